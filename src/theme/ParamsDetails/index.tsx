import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import ParamsList from '@theme/ParamsList';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/page-context.tsx';
import type { ParameterGroup } from '../../model/parameter.ts';

export interface Props {
  readonly in: ParameterGroup['in'];
}

function titleOf(location: ParameterGroup['in']): string {
  const titles: Readonly<Record<ParameterGroup['in'], string>> = {
    path: translate({ id: 'ref.pathParameters', message: 'Path parameters' }),
    query: translate({ id: 'ref.queryParameters', message: 'Query parameters' }),
    querystring: translate({ id: 'ref.queryString', message: 'Query string' }),
    header: translate({ id: 'ref.headerParameters', message: 'Header parameters' }),
    cookie: translate({ id: 'ref.cookieParameters', message: 'Cookie parameters' }),
  };
  return titles[location];
}

/** The operation's parameters of one place. */
export default function ParamsDetails({ in: location }: Props): ReactNode {
  const group = useOperation()?.parameters.find((candidate) => candidate.in === location);
  if (!group || group.parameters.length === 0) {
    return null;
  }
  return (
    <section>
      <Heading as="h3" id={`parameters-${location}`}>
        {titleOf(location)}
      </Heading>
      <ParamsList parameters={group.parameters} />
    </section>
  );
}
