import { translate } from '@docusaurus/Translate';
import ExternalDocs from '@theme/ExternalDocs';
import Facts from '@theme/Facts';
import Heading from '@theme/Heading';
import About from '@theme/InfoPage/About';
import Authentication from '@theme/InfoPage/Authentication';
import Contents from '@theme/InfoPage/Contents';
import Conventions from '@theme/InfoPage/Conventions';
import ErrorBodies from '@theme/InfoPage/ErrorBodies';
import Errors from '@theme/InfoPage/Errors';
import Head from '@theme/InfoPage/Head';
import PageBody from '@theme/InfoPage/PageBody';
import Servers from '@theme/InfoPage/Servers';
import TagCards from '@theme/InfoPage/TagCards';
import Markdown from '@theme/Markdown';
import OperationList from '@theme/OperationList';
import SchemaLinks from '@theme/SchemaLinks';
import type { ReactNode } from 'react';
import { usePage } from '../../client/app/page-context.tsx';
import { useTextLanguage } from '../../client/app/words.ts';
import { asString } from '../../json/guards.ts';

/** The info page of an API: what it is, how it is used, and its contents. */
export default function InfoPage(): ReactNode {
  const page = usePage();
  const lang = useTextLanguage();
  if (page.kind !== 'info') return null;
  const { info, conventions } = page;
  const summary = asString(info.summary);
  return (
    <>
      <Head page={page} />
      {summary && <p lang={lang}>{summary}</p>}
      <Contents page={page} />
      <Markdown isOfPage>{asString(info.description)}</Markdown>
      <Facts facts={page.extensions} />
      {page.externalDocs && <ExternalDocs {...page.externalDocs} />}
      <Servers servers={page.servers} />
      <Authentication
        schemes={page.securitySchemes}
        use={page.authentication}
        open={page.openOperations}
      />
      <Conventions
        id="pagination"
        title={translate({ id: 'site.pagination', message: 'Pagination' })}
        kind={translate({ id: 'site.parameter', message: 'Parameter' })}
        entries={conventions.pagination}
      />
      <PageBody body={page.pageBody} />
      <Conventions
        id="rate-limits"
        title={translate({ id: 'site.rateLimits', message: 'Rate limits' })}
        kind={translate({ id: 'site.header', message: 'Header' })}
        entries={conventions.rateLimits}
      />
      <Conventions
        id="idempotency"
        title={translate({ id: 'site.idempotency', message: 'Idempotency' })}
        kind={translate({ id: 'site.header', message: 'Header' })}
        entries={conventions.idempotency}
      />
      <Errors errors={page.errors} />
      <ErrorBodies bodies={page.errorBodies} />
      <TagCards groups={page.tagGroups} />
      {page.deprecatedOperations.length > 0 && (
        <>
          <Heading as="h2" id="deprecated">
            {translate({ id: 'site.deprecatedOperations', message: 'Deprecated operations' })}
          </Heading>
          <OperationList operations={page.deprecatedOperations} />
        </>
      )}
      {page.schemas.length > 0 && (
        <>
          <Heading as="h2" id="schemas">
            {translate({ id: 'site.schemas', message: 'Schemas' })}
          </Heading>
          <SchemaLinks schemas={page.schemas} />
        </>
      )}
      <About info={info} self={page.self} dialect={page.jsonSchemaDialect} />
    </>
  );
}
