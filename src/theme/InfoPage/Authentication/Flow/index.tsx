import { translate } from '@docusaurus/Translate';
import Facts from '@theme/InfoPage/Facts';
import Markdown from '@theme/Markdown';
import type { ReactNode } from 'react';
import type { SecuritySchemeModel } from '../../../../model/request/security.ts';

export interface Props {
  readonly flow: SecuritySchemeModel['flows'][number];
}

/** An OAuth flow with its URLs and scopes, OpenAPI 3.1 section 4.8.29. */
export default function Flow({ flow }: Props): ReactNode {
  return (
    <>
      <h4>{flow.name}</h4>
      <Facts facts={flow.facts} />
      {flow.scopes.length > 0 && (
        <>
          <p>{translate({ id: 'site.scopes', message: 'Scopes:' })}</p>
          <ul>
            {flow.scopes.map((scope) => (
              <li key={scope.name}>
                <code>{scope.name}</code>
                <Markdown>{scope.description}</Markdown>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
