import Field from '@theme/Field';
import SchemaNested from '@theme/SchemaNested';
import type { ReactNode } from 'react';
import { olderProperty } from '../../client/page/older-pages.ts';
import type { PropertyNode } from '../../model/schema/schema.ts';

/** Props of a page in the older upstream form: the facts of one row, the rest as children. */
interface OlderProps {
  readonly property?: undefined;
  readonly depth?: undefined;
  readonly collapsible?: boolean;
  readonly name?: string;
  readonly required?: boolean | readonly string[];
  readonly schemaName?: string;
  readonly qualifierMessage?: string;
  /** The schema as in the document. */
  readonly schema?: unknown;
  readonly discriminator?: unknown;
  readonly className?: string;
  readonly children?: ReactNode;
}

export type Props = { readonly property: PropertyNode; readonly depth: number } | OlderProps;

function OlderItem({ name, required, schemaName, schema, children }: OlderProps): ReactNode {
  if (name === undefined) return <li>{children}</li>;
  const isRequired = Array.isArray(required) ? required.includes(name) : required === true;
  return (
    <Field name={name} required={isRequired} schema={olderProperty(schema, schemaName)}>
      {children}
    </Field>
  );
}

/** A property of an object. */
export default function SchemaItem(props: Props): ReactNode {
  if (!props.property) return <OlderItem {...props} />;
  const { name, kind, anchor, required, schema, source } = props.property;
  return (
    <Field
      name={name}
      isAnyName={kind === 'any'}
      anchor={anchor}
      required={required}
      schema={schema}
      source={source}
    >
      <SchemaNested schema={schema} depth={props.depth + 1} />
    </Field>
  );
}
