import Heading from '@theme/Heading';
import ParamsList from '@theme/ParamsList';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';
import type { ParameterGroup } from '../../model/request/parameter.ts';

export interface Props {
  readonly in: ParameterGroup['in'];
}

/** The operation's parameters in one location. */
export default function ParamsDetails({ in: location }: Props): ReactNode {
  const group = useOperation()?.parameters.find((candidate) => candidate.in === location);
  if (!group || group.parameters.length === 0) {
    return null;
  }
  return (
    <section>
      <Heading as="h3" id={`parameters-${location}`}>
        {group.title}
      </Heading>
      <ParamsList parameters={group.parameters} />
    </section>
  );
}
