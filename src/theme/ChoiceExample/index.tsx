import BodyExamples from '@theme/BodyExamples';
import type { ReactNode } from 'react';
import type { Choice } from '../../model/schema/schema.ts';

export interface Props {
  readonly choice: Choice;
  /** The schema of the choice. */
  readonly children: ReactNode;
}

/** A choice with the example of its body, if it has one: beside it if there is room. */
export default function ChoiceExample({ choice, children }: Props): ReactNode {
  const { anchor, example } = choice;
  if (!example) return children;
  return (
    <div className="ref-body">
      <BodyExamples mediaType={{ anchor, examples: [example] }} isOpen={false} />
      <div>{children}</div>
    </div>
  );
}
