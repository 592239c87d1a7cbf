import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import Flow from '@theme/InfoPage/Authentication/Flow';
import Facts from '@theme/InfoPage/Facts';
import Markdown from '@theme/Markdown';
import type { ReactNode } from 'react';
import { useCount } from '../../../../client/app/words.ts';
import type { SecuritySchemeModel } from '../../../../model/request/security.ts';

export interface Props {
  readonly scheme: SecuritySchemeModel;
  readonly anchor: string | undefined;
  /** How many operations accept it, if that is known. */
  readonly operations?: number;
}

/** A security scheme with everything the document says about it, OpenAPI 3.1 section 4.8.27. */
export default function Scheme({ scheme, anchor, operations }: Props): ReactNode {
  return (
    <section>
      <Heading as="h3" id={anchor}>
        {scheme.title} <code className="ref-type">{scheme.name}</code>
      </Heading>
      {(scheme.deprecated || operations !== undefined) && (
        <p className="ref-quiet">
          {scheme.deprecated && (
            <em>{translate({ id: 'site.deprecated', message: 'deprecated' })} </em>
          )}
          {operations !== undefined && <AcceptedBy operations={operations} />}
        </p>
      )}
      <Markdown>{scheme.description}</Markdown>
      <Facts facts={scheme.facts} />
      {scheme.flows.map((flow) => (
        <Flow key={flow.name} flow={flow} />
      ))}
    </section>
  );
}

function AcceptedBy({ operations }: { readonly operations: number }): ReactNode {
  const count = useCount()(operations);
  if (operations === 0)
    return translate({ id: 'site.acceptedByNone', message: 'No operation accepts it.' });
  if (operations === 1)
    return translate({ id: 'site.acceptedByOne', message: 'Accepted by 1 operation.' });
  return translate(
    { id: 'site.acceptedBy', message: 'Accepted by {count} operations.' },
    { count },
  );
}
