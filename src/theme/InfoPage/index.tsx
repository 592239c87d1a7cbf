import { translate } from '@docusaurus/Translate';
import ExternalDocs from '@theme/ExternalDocs';
import About from '@theme/InfoPage/About';
import Authentication from '@theme/InfoPage/Authentication';
import Servers from '@theme/InfoPage/Servers';
import TagCards from '@theme/InfoPage/TagCards';
import Markdown from '@theme/Markdown';
import SectionHeading from '@theme/SectionHeading';
import type { ReactNode } from 'react';
import { usePage } from '../../client/page-context.tsx';
import { asString } from '../../model/guards.ts';

/** The first page of an API: what it is, where it is, who gets in, and what it holds. */
export default function InfoPage(): ReactNode {
  const page = usePage();
  if (page.kind !== 'info') {
    return null;
  }
  const { info } = page;
  const summary = asString(info.summary);
  return (
    <>
      <h1>{page.title}</h1>
      <p>
        {translate({ id: 'ref.version', message: 'Version' })} <code>{String(info.version)}</code>
      </p>
      {summary && <p>{summary}</p>}
      <Markdown>{asString(info.description)}</Markdown>
      <ExternalDocs docs={page.externalDocs} />
      <Servers servers={page.servers} />
      <Authentication schemes={page.securitySchemes} security={page.security} />
      {page.tags.length > 0 && (
        <>
          <SectionHeading id="operations">
            {translate({ id: 'ref.operationsByTag', message: 'Operations by tag' })}
          </SectionHeading>
          <TagCards tags={page.tags} />
        </>
      )}
      <About info={info} />
    </>
  );
}
