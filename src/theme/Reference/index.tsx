import ReferenceRoot from '@reference/root';
import type { ReactNode } from 'react';

export interface Props {
  /** `<api>/<page id>`: the slice from which everything inside is drawn. */
  readonly slice: string;
  readonly children: ReactNode;
}

/** Everything inside reads the page of a slice with `usePage()`. */
export default function Reference({ slice, children }: Props): ReactNode {
  return (
    <ReferenceRoot slice={slice} className="reference">
      {children}
    </ReferenceRoot>
  );
}
