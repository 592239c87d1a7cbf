import { translate } from '@docusaurus/Translate';
import Example from '@theme/Example';
import SchemaTabs from '@theme/SchemaTabs';
import TabItem from '@theme/TabItem';
import type { ReactNode } from 'react';
import { exampleAnchor } from '../../address/anchor.ts';
import type { MediaTypeModel } from '../../model/request/media-type.ts';

export interface Props {
  readonly mediaType: Pick<MediaTypeModel, 'anchor' | 'examples'>;
  /** Whether there is nothing else to see. */
  readonly isOpen: boolean;
}

function titleOf(examples: MediaTypeModel['examples']): string {
  const [first] = examples;
  return examples.length === 1 && first
    ? first.label
    : translate({ id: 'ref.examples', message: '{count} examples' }, { count: examples.length });
}

/** The examples of a body: collapsed below their names, or beside the schema if there is room. */
export default function BodyExamples({ mediaType, isOpen }: Props): ReactNode {
  const { anchor, examples } = mediaType;
  const [first] = examples;
  if (!first) return null;
  return (
    <details className="ref-fold ref-example ref-wrapped" open={isOpen}>
      <summary>{titleOf(examples)}</summary>
      {examples.length === 1 ? (
        <div id={exampleAnchor(anchor)}>
          <Example example={first} />
        </div>
      ) : (
        <SchemaTabs>
          {examples.map((example, index) => (
            <TabItem
              key={example.name}
              value={example.name}
              label={example.label}
              attributes={{ id: exampleAnchor(anchor, index) }}
            >
              <Example example={example} />
            </TabItem>
          ))}
        </SchemaTabs>
      )}
    </details>
  );
}
