import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import Logo from '@theme/InfoPage/Logo';
import type { ReactNode } from 'react';
import { usePublishedBase } from '../../../client/app/published.ts';
import { useTextLanguage } from '../../../client/app/words.ts';
import type { InfoPageModel } from '../../../model/page/page.ts';

export interface Props {
  readonly page: InfoPageModel;
}

/** Name, version, the document, and the collection of its requests to download. */
export default function InfoHead({ page }: Props): ReactNode {
  const lang = useTextLanguage();
  const base = usePublishedBase();
  const { info, download, downloadYaml, collection } = page;
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
        {downloadYaml && !page.page.downloadUrl && (
          <>
            {' · '}
            <a href={`${base}${downloadYaml}`} download>
              YAML
            </a>
          </>
        )}
        {collection && (info.version || downloadUrl) && ' · '}
        {collection && (
          <a href={`${base}${collection}`} download>
            {translate({ id: 'site.collection', message: 'Postman collection' })}
          </a>
        )}
      </p>
    </>
  );
}
