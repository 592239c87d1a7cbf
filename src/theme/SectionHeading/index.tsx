import AnchorLink from '@theme/AnchorLink';
import type { ReactNode } from 'react';

export interface Props {
  /** Part of addresses that people keep: it must not change. */
  readonly id: string;
  readonly children: string;
}

/** The heading of a part of a page, with a link to itself. */
export default function SectionHeading({ id, children }: Props): ReactNode {
  return (
    <h2 id={id}>
      {children}
      <AnchorLink id={id} label={children} />
    </h2>
  );
}
