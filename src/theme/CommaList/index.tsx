import { Fragment, type ReactElement, type ReactNode } from 'react';

export interface Props {
  /** Elements with keys. */
  readonly children: readonly ReactElement[];
}

/** Elements in a line, with commas between them. */
export default function CommaList({ children }: Props): ReactNode {
  return children.map((child, index) => (
    <Fragment key={child.key}>
      {index > 0 && ', '}
      {child}
    </Fragment>
  ));
}
