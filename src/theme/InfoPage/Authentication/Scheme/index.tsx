import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import Flow from '@theme/InfoPage/Authentication/Flow';
import Facts from '@theme/InfoPage/Facts';
import Markdown from '@theme/Markdown';
import type { ReactNode } from 'react';
import { segmentOf } from '../../../../model/anchor.ts';
import type { SecuritySchemeModel } from '../../../../model/security.ts';

export interface Props {
  readonly scheme: SecuritySchemeModel;
  /** Without addresses, scopes and the like. */
  readonly isBrief: boolean;
}

/** One security scheme with all that the document says of it, OpenAPI 3.1 section 4.8.27. */
export default function Scheme({ scheme, isBrief }: Props): ReactNode {
  const id = `authentication-${segmentOf(scheme.name)}`;
  return (
    <section>
      <Heading as="h3" id={id}>
        {scheme.name}
      </Heading>
      <p>
        {scheme.title}
        {scheme.deprecated && (
          <em> ({translate({ id: 'site.deprecated', message: 'deprecated' })})</em>
        )}
      </p>
      <Markdown>{scheme.description}</Markdown>
      {!isBrief && <Facts facts={scheme.facts} />}
      {!isBrief && scheme.flows.map((flow) => <Flow key={flow.name} flow={flow} />)}
    </section>
  );
}
