import { translate } from '@docusaurus/Translate';
import Code from '@theme/Code';
import ExternalLink from '@theme/ExternalLink';
import Markdown from '@theme/Markdown';
import SectionHeading from '@theme/SectionHeading';
import type { ReactNode } from 'react';
import type { ExampleModel } from '../../../model/media-type.ts';

export interface Props {
  readonly examples: readonly ExampleModel[];
}

/** Values of the schema, one below the other. */
export default function SchemaExamples({ examples }: Props): ReactNode {
  return (
    examples.length > 0 && (
      <>
        <SectionHeading id="examples">
          {examples.length === 1
            ? translate({ id: 'ref.example', message: 'Example' })
            : translate({ id: 'ref.examples', message: 'Examples' })}
        </SectionHeading>
        {examples.map((example) => (
          <section key={example.name}>
            {(examples.length > 1 || !example.generated) && <h3>{example.label}</h3>}
            <Markdown>{example.description}</Markdown>
            {example.value !== undefined && (
              <Code code={example.value} language={example.language} />
            )}
            {example.externalUrl && (
              <p>
                <ExternalLink href={example.externalUrl}>{example.externalUrl}</ExternalLink>
              </p>
            )}
          </section>
        ))}
      </>
    )
  );
}
