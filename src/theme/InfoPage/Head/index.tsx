import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Heading from '@theme/Heading';
import Logo from '@theme/InfoPage/Logo';
import type { ReactNode } from 'react';
import { useTextLanguage } from '../../../client/app/words.ts';
import type { InfoPageModel } from '../../../model/page/page.ts';

export interface Props {
  readonly page: InfoPageModel;
}

/** Name, version, and the document to download. */
export default function InfoHead({ page }: Props): ReactNode {
  const lang = useTextLanguage();
  const { i18n } = useDocusaurusContext();
  // Published once, with the site's default language.
  const base = i18n.localeConfigs[i18n.defaultLocale]?.baseUrl;
  const { info, download } = page;
  const { downloadUrl = download && `${base}${download}` } = page.page;
  return (
    <>
      <Logo logo={page.logo} />
      <Heading as="h1" lang={lang}>
        {page.title}
      </Heading>
      <p>
        {info.version && (
          <>
            {translate({ id: 'site.version', message: 'Version' })} <code>{info.version}</code>
          </>
        )}
        {info.version && downloadUrl && ' · '}
        {downloadUrl && (
          <a href={downloadUrl} download>
            {translate({ id: 'site.download', message: 'Download the OpenAPI document' })}
          </a>
        )}
      </p>
    </>
  );
}
