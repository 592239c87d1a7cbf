import { translate } from '@docusaurus/Translate';
import ExternalDocs from '@theme/ExternalDocs';
import Facts from '@theme/Facts';
import Heading from '@theme/Heading';
import About from '@theme/InfoPage/About';
import Authentication from '@theme/InfoPage/Authentication';
import Errors from '@theme/InfoPage/Errors';
import Logo from '@theme/InfoPage/Logo';
import Servers from '@theme/InfoPage/Servers';
import TagCards from '@theme/InfoPage/TagCards';
import Markdown from '@theme/Markdown';
import OperationList from '@theme/OperationList';
import type { ReactNode } from 'react';
import { usePage } from '../../client/app/page-context.tsx';
import { useTextLanguage } from '../../client/app/words.ts';
import { asString } from '../../json/guards.ts';

/** The info page of an API: what it is, its servers, authentication, and its contents. */
export default function InfoPage(): ReactNode {
  const page = usePage();
  const lang = useTextLanguage();
  if (page.kind !== 'info') return null;
  const { info } = page;
  const { downloadUrl } = page.page;
  const summary = asString(info.summary);
  return (
    <>
      <Logo logo={page.logo} />
      <Heading as="h1" lang={lang}>
        {page.title}
      </Heading>
      {info.version && (
        <p>
          {translate({ id: 'site.version', message: 'Version' })} <code>{info.version}</code>
        </p>
      )}
      {downloadUrl && (
        <p>
          <a href={downloadUrl} download>
            {translate({ id: 'site.download', message: 'Download the OpenAPI document' })}
          </a>
        </p>
      )}
      {summary && <p lang={lang}>{summary}</p>}
      <Markdown isOfPage>{asString(info.description)}</Markdown>
      <Facts facts={page.extensions} />
      {page.externalDocs && <ExternalDocs {...page.externalDocs} />}
      <Servers servers={page.servers} />
      <Authentication schemes={page.securitySchemes} use={page.authentication} />
      <Errors errors={page.errors} />
      {page.tags.length > 0 && (
        <>
          <Heading as="h2" id="operations">
            {translate({ id: 'site.operationsByTag', message: 'Operations by tag' })}
          </Heading>
          <TagCards tags={page.tags} />
        </>
      )}
      {page.schemas.length > 0 && (
        <>
          <Heading as="h2" id="schemas">
            {translate({ id: 'site.schemas', message: 'Schemas' })}
          </Heading>
          <OperationList operations={page.schemas} />
        </>
      )}
      <About info={info} self={page.self} dialect={page.jsonSchemaDialect} />
    </>
  );
}
