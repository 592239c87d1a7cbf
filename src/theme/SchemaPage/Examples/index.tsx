import { translate } from '@docusaurus/Translate';
import Example from '@theme/Example';
import Heading from '@theme/Heading';
import type { ReactNode } from 'react';
import type { ExampleModel } from '../../../model/request/media-type.ts';

export interface Props {
  readonly examples: readonly ExampleModel[];
}

/** Values of the schema, one below the other. */
export default function SchemaExamples({ examples }: Props): ReactNode {
  return (
    examples.length > 0 && (
      <section className="ref-samples">
        <Heading as="h2" id="examples">
          {examples.length === 1
            ? translate({ id: 'site.example', message: 'Example' })
            : translate({ id: 'site.examples', message: 'Examples' })}
        </Heading>
        {examples.map((example) => (
          <section key={example.name} className="ref-wrapped">
            {(examples.length > 1 || !example.generated) && <h3>{example.label}</h3>}
            <Example example={example} />
          </section>
        ))}
      </section>
    )
  );
}
