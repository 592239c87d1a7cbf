import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Breakable from '@theme/Breakable';
import type { ReactNode } from 'react';
import { useCount, useTextLanguage } from '../../client/app/words.ts';
import type { SchemaLink } from '../../model/page/page.ts';
import type { SchemaShape } from '../../slices/slice.ts';
import styles from './styles.module.css';

export interface Props {
  readonly schemas: readonly SchemaLink[];
}

/** Schemas, one per row: name, what it is, and how many operations use it. */
export default function SchemaLinks({ schemas }: Props): ReactNode {
  const lang = useTextLanguage();
  const textOf = useFacts();
  return (
    <ul className={styles.list} data-pagefind-ignore="">
      {schemas.map((schema) => (
        <li key={schema.id}>
          <Link to={schema.href} lang={lang}>
            <Breakable>{schema.title}</Breakable>
          </Link>{' '}
          <small>{textOf(schema)}</small>
          {schema.description && (
            <small className={styles.text} lang={lang}>
              {schema.description}
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}

function useFacts(): (schema: SchemaLink) => string {
  const count = useCount();
  const sized = ({ kind, size = 0 }: SchemaShape): string => {
    if (size === 1 && kind === 'enum')
      return translate({ id: 'site.shape.oneValue', message: '1 value' });
    if (size === 1) return translate({ id: 'site.shape.oneField', message: '1 field' });
    const values = { count: count(size) };
    if (kind === 'enum')
      return translate({ id: 'site.shape.enum', message: '{count} values' }, values);
    if (kind === 'oneOf')
      return translate({ id: 'site.shape.oneOf', message: 'one of {count} types' }, values);
    return translate({ id: 'site.shape.object', message: '{count} fields' }, values);
  };
  return ({ shape, uses = 0 }) => {
    const what = shape?.size === undefined ? shape?.kind : sized(shape);
    const used =
      uses === 1
        ? translate({ id: 'site.oneOperation', message: '1 operation' })
        : translate(
            { id: 'site.countOperations', message: '{count} operations' },
            { count: count(uses) },
          );
    return [what, uses > 0 && used].filter(Boolean).join(' · ');
  };
}
