import { translate } from '@docusaurus/Translate';
import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface Props {
  readonly className?: string | undefined;
  readonly label: string;
  /** What it says if it finds nothing, with `{query}` for what the reader has entered. */
  readonly none: string;
  /** What it says otherwise, with `{count}` and `{all}`. */
  readonly found?: string;
  /** What the script that filters looks for. */
  readonly attributes: Readonly<Record<`data-${string}`, string>>;
}

/** A field that filters what follows, and what it found: only with a script. */
export default function FilterField({
  className,
  label,
  none,
  found,
  attributes,
}: Props): ReactNode {
  const offer = translate({
    id: 'site.filter.search',
    message: 'Search the whole site',
    description: 'Link to the search, where a filter finds nothing',
  });
  return (
    <div className={clsx('ref-filter', className)}>
      <input
        type="search"
        className="ref-field"
        placeholder={label}
        aria-label={label}
        {...attributes}
      />
      <output data-count={found} data-none={`${none}|${offer}`} />
    </div>
  );
}
