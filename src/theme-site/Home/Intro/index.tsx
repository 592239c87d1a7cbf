import Link from '@docusaurus/Link';
import { useLayoutDocsSidebar } from '@docusaurus/plugin-content-docs/client';
import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import ApiImage from '@theme/Home/ApiImage';
import SearchField from '@theme/SearchField';
import type { ReactNode } from 'react';
import { useTextLanguage } from '../../../client/app/words.ts';
import { asString } from '../../../json/guards.ts';
import { markdownToText } from '../../../model/description/markdown.ts';
import type { Info } from '../../../openapi/types.ts';
import styles from './styles.module.css';

export interface Props {
  readonly info: Info;
  readonly title: string;
  /** Path of the logo, without base URL. */
  readonly logo?: string;
  /** Path of the info page. */
  readonly reference: string;
}

/** Some descriptions are whole handbooks: the first paragraph is shown here, all of it on the info page. */
function leadOf(info: Info): string | undefined {
  const description = asString(info.description);
  return asString(info.summary) ?? (description && markdownToText(description));
}

/** What the API is, the search, and links to its pages. */
export default function Intro({ info, title, logo, reference }: Props): ReactNode {
  const lead = leadOf(info);
  const lang = useTextLanguage();
  const guides = useLayoutDocsSidebar('guides').link;
  return (
    <header className={styles.intro}>
      {logo && <ApiImage src={logo} />}
      <Heading as="h1" lang={lang}>
        {title}
      </Heading>
      {lead && (
        <p className={styles.lead} lang={lang}>
          {lead}
        </p>
      )}
      {info.version && (
        <p className="ref-quiet">
          {translate({ id: 'site.version', message: 'Version' })} <code>{info.version}</code>
        </p>
      )}
      <SearchField />
      <p className={styles.links}>
        <Link className="button button--primary" to={reference}>
          {translate({ id: 'site.openReference', message: 'Open the reference' })}
        </Link>
        {guides && (
          <Link className="button button--secondary" to={guides.path} lang={lang}>
            {guides.label}
          </Link>
        )}
      </p>
    </header>
  );
}
