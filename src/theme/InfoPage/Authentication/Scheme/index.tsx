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
  /** Omits URLs, scopes and the like. */
  readonly isBrief: boolean;
  /** How many operations accept it, if that is known. */
  readonly operations?: number;
}

/** A security scheme with everything the document says about it, OpenAPI 3.1 section 4.8.27. */
export default function Scheme({ scheme, anchor, isBrief, operations }: Props): ReactNode {
  const count = useCount();
  return (
    <section>
      <Heading as="h3" id={anchor}>
        {scheme.name}
      </Heading>
      <p>
        {scheme.title}
        {scheme.deprecated && (
          <em> ({translate({ id: 'site.deprecated', message: 'deprecated' })})</em>
        )}
        {operations !== undefined && (
          <span className="ref-quiet">
            {' · '}
            {operations === 1
              ? translate({ id: 'site.acceptedByOne', message: 'accepted by 1 operation' })
              : translate(
                  { id: 'site.acceptedBy', message: 'accepted by {count} operations' },
                  { count: count(operations) },
                )}
          </span>
        )}
      </p>
      <Markdown>{scheme.description}</Markdown>
      {!isBrief && <Facts facts={scheme.facts} />}
      {!isBrief && scheme.flows.map((flow) => <Flow key={flow.name} flow={flow} />)}
    </section>
  );
}
