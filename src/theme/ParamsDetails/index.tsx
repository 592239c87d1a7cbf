import StockPart from '@reference/stock';
import Heading from '@theme/Heading';
import ParamsParts from '@theme/ParamsParts';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';
import { useStock } from '../../client/stock/context.ts';
import type { ParameterGroup } from '../../model/request/parameter.ts';

export interface Props {
  /** All locations, one after the other, if absent. */
  readonly in?: ParameterGroup['in'];
  /** On a stock page: Parameter Objects, dereferenced. */
  readonly parameters?: unknown;
}

/** The operation's parameters by location. */
export default function ParamsDetails(props: Props): ReactNode {
  const operation = useOperation();
  const stock = useStock();
  if (!operation) {
    return (
      <StockPart name="ParamsDetails" given={props}>
        <ParamsDetails />
      </StockPart>
    );
  }
  const { in: location } = props;
  return operation.parameters
    .filter((group) => location === undefined || group.in === location)
    .map((group) => (
      <section key={group.in}>
        <Heading as={stock ? 'h3' : 'h2'} id={`parameters-${group.in}`}>
          {group.title}
        </Heading>
        <ParamsParts parameters={group.parameters} id={`parameters-${group.in}`} />
      </section>
    ));
}
