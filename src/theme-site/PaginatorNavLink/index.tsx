import { translate } from '@docusaurus/Translate';
import type { Props } from '@theme/PaginatorNavLink';
import PaginatorNavLink from '@theme-init/PaginatorNavLink';
import type { ReactNode } from 'react';
import { useTextLanguage } from '../../client/app/words.ts';

/** A link to the next or previous page. Titles are in the language of the document, but for that of its first page. */
export default function PaginatorNavLinkWrapper({ title, ...props }: Props): ReactNode {
  const lang = useTextLanguage();
  const isOurs = title === translate({ id: 'site.introduction', message: 'Introduction' });
  return (
    <PaginatorNavLink
      {...props}
      title={lang === undefined || isOurs ? title : <span lang={lang}>{title}</span>}
    />
  );
}
