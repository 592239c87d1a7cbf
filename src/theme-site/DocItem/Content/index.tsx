import { useDoc } from '@docusaurus/plugin-content-docs/client';
import type { Props } from '@theme/DocItem/Content';
import DocItemContent from '@theme-init/DocItem/Content';
import type { ReactNode } from 'react';
import { useTextLanguage } from '../../../client/app/words.ts';

/** The text of a page. A guide that has not been translated gets its source language as an attribute. */
export default function DocItemContentWrapper(props: Props): ReactNode {
  const { metadata, frontMatter } = useDoc();
  const lang = useTextLanguage();
  const isOurs = 'slice' in frontMatter || metadata.source.startsWith('@site/i18n/');
  if (isOurs || lang === undefined) return <DocItemContent {...props} />;
  return (
    <div lang={lang}>
      <DocItemContent {...props} />
    </div>
  );
}
