import Translate from '@docusaurus/Translate';
import ExternalDocs from '@theme/ExternalDocs';
import Facts from '@theme/Facts';
import Markdown from '@theme/Markdown';
import SchemaEnum from '@theme/SchemaEnum';
import Value from '@theme/Value';
import type { ReactNode } from 'react';
import type { SchemaNode } from '../../model/schema.ts';

export interface Props {
  readonly schema: SchemaNode;
  /** Stands before the schema's own: a parameter's, a header's. */
  readonly description?: string;
}

/** All that is said of one schema besides its name, its type and what is inside of it. */
export default function SchemaFacts({ schema, description }: Props): ReactNode {
  const own = schema.description === description ? undefined : schema.description;
  return (
    <>
      {description && <Markdown>{description}</Markdown>}
      {own && <Markdown>{own}</Markdown>}
      <Facts facts={schema.constraints}>
        {schema.const !== undefined && (
          <span>
            <Translate id="ref.const">always</Translate> <Value>{schema.const}</Value>
          </span>
        )}
        {schema.default !== undefined && (
          <span>
            <Translate id="ref.default">default</Translate> <Value>{schema.default}</Value>
          </span>
        )}
        {schema.examples.map((example) => (
          <span key={JSON.stringify(example)}>
            <Translate id="ref.example">example</Translate> <Value>{example}</Value>
          </span>
        ))}
        {schema.extensions.map((extension) => (
          <span key={extension.name}>
            {extension.name} <Value>{extension.value}</Value>
          </span>
        ))}
      </Facts>
      <SchemaEnum values={schema.enum} />
      {schema.externalDocs && <ExternalDocs {...schema.externalDocs} />}
    </>
  );
}
