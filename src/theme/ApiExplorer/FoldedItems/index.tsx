import { translate } from '@docusaurus/Translate';
import { Fragment, type ReactNode, useState } from 'react';

export interface Item {
  /** Unique among the items; readers filter by it. */
  readonly name: string;
  readonly required: boolean;
  readonly isFilled: boolean;
  readonly draw: () => ReactNode;
}

export interface Props {
  readonly items: readonly Item[];
  /** Whether the fold is open at first if all items are below it: some of them are needed. */
  readonly isNeeded?: boolean;
}

/** Folding fewer would save no room. */
const MIN_FOLDED = 4;
/** Fewer can be read at a glance. */
const MIN_FILTERED = 9;

/**
 * Fields: first the required ones, then those that are filled in, and the others below a fold, which are not
 * rendered until it is opened. What is filled in while it is open stays where it is until it is closed.
 */
export default function FoldedItems({ items, isNeeded = false }: Props): ReactNode {
  const [isOpen, setOpen] = useState(
    () => isNeeded && !items.some(({ required, isFilled }) => required || isFilled),
  );
  const [filter, setFilter] = useState('');
  const [kept, setKept] = useState<ReadonlySet<string>>(() => filledOf(items));
  const shown = isOpen ? kept : new Set([...kept, ...filledOf(items)]);
  const optional = items.filter(({ required }) => !required);
  const folded = optional.filter(({ name }) => !shown.has(name));
  const isFolded = folded.length >= MIN_FOLDED;
  const open = isFolded ? optional.filter(({ name }) => shown.has(name)) : optional;
  const words = filter.trim().toLowerCase();
  const found = folded.filter(({ name }) => name.toLowerCase().includes(words));
  const draw = (list: readonly Item[]): ReactNode =>
    list.map((item) => <Fragment key={item.name}>{item.draw()}</Fragment>);
  return (
    <>
      {draw(items.filter(({ required }) => required))}
      {draw(open)}
      {isFolded && (
        <details
          className="ref-try-more"
          open={isOpen}
          onToggle={({ currentTarget }) => {
            setKept(shown);
            setOpen(currentTarget.open);
          }}
        >
          <summary>
            {folded.length === items.length
              ? translate(
                  {
                    id: 'ref.try.optional',
                    message: '{count} optional fields',
                  },
                  { count: folded.length },
                )
              : translate(
                  {
                    id: 'ref.try.more',
                    message: '{count} more',
                    description: 'Opens optional fields',
                  },
                  { count: folded.length },
                )}
          </summary>
          {isOpen && folded.length >= MIN_FILTERED && (
            <input
              type="search"
              value={filter}
              onChange={({ target }) => setFilter(target.value)}
              placeholder={translate({ id: 'ref.try.filter', message: 'Filter by name' })}
              aria-label={translate({ id: 'ref.try.filter', message: 'Filter by name' })}
              autoComplete="off"
              spellCheck={false}
            />
          )}
          {isOpen && draw(found)}
          {isOpen && found.length === 0 && (
            <p role="status">{translate({ id: 'ref.try.noField', message: 'No such field' })}</p>
          )}
        </details>
      )}
    </>
  );
}

function filledOf(items: readonly Item[]): ReadonlySet<string> {
  return new Set(items.filter(({ isFilled }) => isFilled).map(({ name }) => name));
}
