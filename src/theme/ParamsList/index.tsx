import ParamsItem from '@theme/ParamsItem';
import type { ReactNode } from 'react';
import type { ParameterModel } from '../../model/request/parameter.ts';

export interface Props {
  readonly parameters: readonly ParameterModel[];
}

/** Parameters or headers, in their order of display. */
export default function ParamsList({ parameters }: Props): ReactNode {
  return (
    <ul className="ref-fields">
      {parameters.map((parameter) => (
        <ParamsItem key={parameter.anchor} parameter={parameter} />
      ))}
    </ul>
  );
}
