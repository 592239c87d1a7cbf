import { translate } from '@docusaurus/Translate';
import { type ReactNode, useId } from 'react';
import { slicePath } from '../../address/address.ts';
import { usePage } from '../../client/app/page-context.tsx';
import { usePublishedBase } from '../../client/app/published.ts';
import { comparableReleases } from '../../model/page/changelog.ts';
import styles from './styles.module.css';

/** A form that compares any two versions, and the place of what it finds: see `client/changes/opener.ts`. */
export default function CompareVersions(): ReactNode {
  const page = usePage();
  const base = usePublishedBase();
  const field = useId();
  if (page.kind !== 'changelog') return null;
  const releases = comparableReleases(page.releases);
  const [newest, before] = releases;
  // The only two versions are compared on a page of their own.
  if (!newest || !before) return null;
  const oldest = releases.at(-1)?.previous ?? '';
  const options = [
    ...releases.map(({ version, id }) => (
      <option key={version} data-release={base + slicePath(page.page, id)}>
        {version}
      </option>
    )),
    <option key={oldest}>{oldest}</option>,
  ];
  return (
    <>
      <form className="ref-filter" data-compare={page.page.base} data-pagefind-ignore="">
        <p className={styles.versions}>
          <label htmlFor={`${field}-from`}>
            {translate({
              id: 'ref.compare.from',
              message: 'Compare',
              description: 'Before a list of versions: Compare 1.0 with 2.0',
            })}
          </label>{' '}
          <select className="ref-field" id={`${field}-from`} name="from" defaultValue={oldest}>
            {options}
          </select>{' '}
          <label htmlFor={`${field}-to`}>
            {translate({
              id: 'ref.compare.to',
              message: 'with',
              description: 'Between two lists of versions: Compare 1.0 with 2.0',
            })}
          </label>{' '}
          <select className="ref-field" id={`${field}-to`} name="to" defaultValue={newest.version}>
            {options}
          </select>{' '}
          <button type="submit" className="ref-button">
            {translate({
              id: 'ref.compare',
              message: 'Show what changed',
              description: 'Button that shows what changed between two versions',
            })}
          </button>
        </p>
      </form>
      <div />
    </>
  );
}
