import Value from '@theme/Value';
import type { ReactNode } from 'react';
import type { ExtensionModel } from '../../model/extension.ts';

export interface Props {
  readonly extensions: readonly ExtensionModel[] | undefined;
}

/** Specification extensions (OpenAPI 3.1 section 4.9), to stand among facts. */
export default function Extensions({ extensions = [] }: Props): ReactNode {
  return extensions.map(({ name, value }) => (
    <span key={name}>
      {name} <Value>{value}</Value>
    </span>
  ));
}
