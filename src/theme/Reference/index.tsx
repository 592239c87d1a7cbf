import ReferenceRoot from '@reference/root';
import type { ReactNode } from 'react';

export interface Props {
  /** `<api>/<page id>`: the slice that everything inside renders. */
  readonly slice: string;
  readonly children: ReactNode;
}

/** Provides the page of a slice to `usePage()`. */
export default function Reference({ slice, children }: Props): ReactNode {
  return (
    <ReferenceRoot slice={slice} className="reference">
      {children}
    </ReferenceRoot>
  );
}
