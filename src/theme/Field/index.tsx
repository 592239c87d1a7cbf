import AnchorLink from '@theme/AnchorLink';
import Breakable from '@theme/Breakable';
import RequiredMark from '@theme/RequiredMark';
import SchemaFacts from '@theme/SchemaFacts';
import SchemaMarks from '@theme/SchemaMarks';
import SchemaType from '@theme/SchemaType';
import ValueSource from '@theme/ValueSource';
import type { ReactNode } from 'react';
import type { ValueSource as ValueSourceModel } from '../../model/page/value-source.ts';
import type { SchemaNode } from '../../model/schema/schema.ts';
import { nameText } from '../../model/schema/value-text.ts';
import styles from './styles.module.css';

export interface Props {
  readonly name: string;
  /** Whether it represents any other name. */
  readonly isAnyName?: boolean;
  /** Absent on older pages, which have no stable ids. */
  readonly anchor?: string;
  readonly required: boolean;
  readonly deprecated?: boolean;
  /** Comes before the schema's own facts. */
  readonly description?: string;
  readonly schema: SchemaNode;
  /** Where readers find its values. */
  readonly source?: ValueSourceModel;
  /** Nested content. */
  readonly children?: ReactNode;
}

/** A parameter, header or property: a list item that can be scanned by name. */
export default function Field(props: Props): ReactNode {
  const { anchor, schema } = props;
  const name = nameText(props.name);
  const gone = props.deprecated === true || schema.deprecated;
  return (
    <li id={anchor} className={styles.field}>
      <div className={styles.head}>
        <code className={gone ? styles.gone : undefined}>
          {props.isAnyName ? <em>{name}</em> : <Breakable>{name}</Breakable>}
        </code>{' '}
        <SchemaType schema={schema} />
        <RequiredMark required={props.required} />
        <SchemaMarks schema={{ ...schema, deprecated: gone }} />
        {anchor && <AnchorLink id={anchor} label={name} />}
      </div>
      <SchemaFacts schema={schema} description={props.description} name={name} />
      {props.source && <ValueSource {...props.source} />}
      {props.children}
    </li>
  );
}
