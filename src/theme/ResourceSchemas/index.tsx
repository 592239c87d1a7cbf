import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Breakable from '@theme/Breakable';
import CommaList from '@theme/CommaList';
import SchemaShape from '@theme/SchemaShape';
import { Fragment, type ReactNode } from 'react';
import { useTextLanguage } from '../../client/app/words.ts';
import type { SchemaEntry } from '../../model/page/page.ts';
import styles from './styles.module.css';

export interface Props {
  readonly schemas: readonly SchemaEntry[];
}

/** What a resource consists of: its own schema with its most important fields, and the others that it is used with. */
export default function ResourceSchemas({ schemas }: Props): ReactNode {
  const lang = useTextLanguage();
  return (
    schemas.length > 0 && (
      <dl className={styles.schemas} data-pagefind-ignore="">
        {schemas.map(({ derived, description, fields = [], ...schema }, index) => (
          <Fragment key={schema.id}>
            <dt>
              <Link to={schema.href} lang={lang}>
                <Breakable>{schema.title}</Breakable>
              </Link>{' '}
              {index === 0 ? (
                <SchemaShape schema={schema} />
              ) : (
                <small lang={lang}>{description ?? fields.join(', ')}</small>
              )}
            </dt>
            {index === 0 && description && <dd lang={lang}>{description}</dd>}
            {index === 0 && fields.length > 0 && (
              <dd>
                <CommaList>
                  {fields.map((name) => (
                    <code key={name}>{name}</code>
                  ))}
                </CommaList>
                {(schema.shape?.size ?? 0) > fields.length && ' …'}
              </dd>
            )}
            {derived.length > 0 && <Derived schemas={derived} />}
          </Fragment>
        ))}
      </dl>
    )
  );
}

function Derived({ schemas }: { readonly schemas: SchemaEntry['derived'] }): ReactNode {
  const lang = useTextLanguage();
  return (
    <dd>
      {translate({ id: 'site.derived', message: 'Also as' })}{' '}
      <CommaList>
        {schemas.map((one) => (
          <Link key={one.id} to={one.href} lang={lang}>
            <Breakable>{one.title}</Breakable>
          </Link>
        ))}
      </CommaList>
    </dd>
  );
}
