import Translate from '@docusaurus/Translate';
import ExternalDocs from '@theme/ExternalDocs';
import Facts from '@theme/Facts';
import Markdown from '@theme/Markdown';
import SchemaEnum from '@theme/SchemaEnum';
import Value from '@theme/Value';
import type { ReactNode } from 'react';
import { keyOf } from '../../json/decimal.ts';
import type { SchemaNode } from '../../model/schema/schema.ts';
import { addsToName } from '../../model/schema/title-words.ts';

export interface Props {
  readonly schema: SchemaNode;
  /** Comes before the schema's own facts: those of a parameter or header. */
  readonly description?: string;
  /** The schema's name here; a title that repeats it is omitted. */
  readonly name?: string;
}

/** All facts about a schema besides its name, type and contents. */
export default function SchemaFacts({ schema, description, name = '' }: Props): ReactNode {
  const title = addsToName(schema.title ?? '', name) && schema.title;
  const own = schema.description === description ? undefined : schema.description;
  return (
    <>
      {title && <div className={description || own ? 'ref-quiet' : undefined}>{title}</div>}
      {description && <Markdown>{description}</Markdown>}
      {own && <Markdown>{own}</Markdown>}
      <Facts facts={[...schema.constraints, ...schema.extensions]}>
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
          <span key={keyOf(example)}>
            <Translate id="ref.example">example</Translate> <Value>{example}</Value>
          </span>
        ))}
      </Facts>
      <SchemaEnum values={schema.enum} />
      {schema.externalDocs && <ExternalDocs {...schema.externalDocs} />}
    </>
  );
}
