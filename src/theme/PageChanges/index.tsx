import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import ChangeLines from '@theme/ChangeLines';
import Heading from '@theme/Heading';
import ReleaseDate from '@theme/ReleaseDate';
import { Fragment, type ReactNode } from 'react';
import { usePage } from '../../client/app/page-context.tsx';
import { useCount } from '../../client/app/words.ts';
import type { HistoryModel } from '../../model/page/change.ts';
import styles from './styles.module.css';

/** When the operation or schema of the page came, and what changed since: the newest first. */
export default function PageChanges(): ReactNode {
  const page = usePage();
  const history = 'history' in page ? page.history : undefined;
  if (!history) return null;
  const { since, releases } = history;
  return (
    <section data-section className={styles.changes}>
      <Heading as="h2" id="changes">
        {translate({ id: 'ref.changes', message: 'Changes' })}
      </Heading>
      <dl>
        {releases.map((release) => (
          <Fragment key={release.version}>
            <dt>
              <Link to={release.href}>{release.version}</Link> <ReleaseDate date={release.date} />
            </dt>
            <dd>
              {release.lines.length > 0 && <ChangeLines lines={release.lines} />}
              <Schemas schemas={release.schemas} />
            </dd>
          </Fragment>
        ))}
        <More history={history} />
        {since && (
          <>
            <dt>
              <Link to={since.href}>{since.version}</Link> <ReleaseDate date={since.date} />
            </dt>
            <dd>{translate({ id: 'ref.isNew', message: 'New in this version.' })}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Schemas({ schemas }: Pick<HistoryModel['releases'][number], 'schemas'>): ReactNode {
  const count = useCount();
  if (schemas.length === 0) return null;
  return (
    <p>
      {translate({ id: 'ref.changedSchemas', message: 'Changed schemas:' })}{' '}
      {schemas.map(({ id, href, title, changes, breaking }, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          <Link to={`${href}#changes`}>{title}</Link> <small>({count(changes)})</small>
          {breaking && (
            <>
              {' '}
              <strong>{translate({ id: 'ref.level.breaking', message: 'breaking' })}</strong>
            </>
          )}
        </Fragment>
      ))}
    </p>
  );
}

function More({ history: { more } }: { readonly history: HistoryModel }): ReactNode {
  const count = useCount();
  if (more === 0) return null;
  return (
    <>
      <dt>…</dt>
      <dd className="ref-quiet">
        {translate(
          {
            id: 'ref.moreChanges',
            message: 'More changes, which the pages of versions list: {count}',
          },
          { count: count(more) },
        )}
      </dd>
    </>
  );
}
