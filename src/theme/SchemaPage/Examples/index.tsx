import { translate } from '@docusaurus/Translate';
import Example from '@theme/Example';
import type { ReactNode } from 'react';
import type { ExampleModel } from '../../../model/request/media-type.ts';

export interface Props {
  readonly examples: readonly ExampleModel[];
}

/** Values of the schema, one below the other: collapsed, or beside it if there is room. */
export default function SchemaExamples({ examples }: Props): ReactNode {
  return (
    examples.length > 0 && (
      <details className="ref-samples ref-fold ref-example ref-wrapped">
        <summary id="examples">
          {examples.length === 1
            ? translate({ id: 'site.example', message: 'Example' })
            : translate({ id: 'site.examples', message: 'Examples' })}
        </summary>
        {examples.map((example) => (
          <Example
            key={example.name}
            example={example}
            isLabelled={examples.length > 1 || !example.generated}
          />
        ))}
      </details>
    )
  );
}
