import '../../client/page/elements.ts';
import type { Props as TabItemProps } from '@theme/TabItem';
import clsx from 'clsx';
import { Children, isValidElement, type ReactNode, useId } from 'react';
import styles from './styles.module.css';

export interface Props {
  /** What the tabs select: `Status`, `Media type`. */
  readonly label: string;
  /**
   * `line` for the tabs of a section, `pill` for nested ones, `bar` for those at the top of code, `many` for a list.
   */
  readonly look: 'line' | 'pill' | 'bar' | 'many';
  /** Groups with the same name switch to the tab with the same `value` together, and remember it. */
  readonly sync?: string;
  /** What shows more of the tabs, a `<details>` after them. */
  readonly more?: ReactNode;
  /**
   * `TabItem` elements; `attributes.id` is the panel's id, `attributes.also` the value of a tab that this one replaces;
   * `className` goes to the tab.
   */
  readonly children?: ReactNode;
}

/** Those of Docusaurus only have texts on their tabs. */
type Item = Omit<TabItemProps, 'label'> & {
  readonly label?: ReactNode;
  readonly also?: string | undefined;
};

function itemsOf(children: ReactNode): readonly Item[] {
  return Children.toArray(children)
    .filter((child) => isValidElement<Item>(child))
    .map((child) => child.props);
}

/** What panels are called where all of them are shown, in print. */
function nameOf({ label, value }: Item): string {
  return typeof label === 'string' ? label : value;
}

/**
 * Links followed by all their panels: readable, printable and searchable before any script runs, which then
 * applies the ARIA tab pattern (client/page/upgrade.ts).
 */
export default function PanelTabs({ label, look, sync, more, children }: Props): ReactNode {
  const prefix = useId();
  const items = itemsOf(children).map((item, index) => ({
    ...item,
    id: String(item.attributes?.id ?? `${prefix}${index}`),
    also: item.attributes?.also as string | undefined,
  }));
  const selected = items.find((item) => item.default) ?? items[0];
  return (
    <div data-tabs={sync ?? ''}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form; the script makes this a tablist. */}
      <div
        role="group"
        aria-label={label}
        className={clsx(styles.list, look === 'many' && styles.pill, styles[look])}
      >
        {items.map(({ id, className, ...item }) => (
          <a
            key={id}
            href={`#${encodeURIComponent(id)}`}
            className={className}
            data-key={sync && item.value}
            data-also={item.also}
            aria-current={id === selected?.id || undefined}
          >
            {item.label ?? item.value}
          </a>
        ))}
      </div>
      {more}
      {items.map((item) => (
        <ref-panel
          key={item.id}
          id={item.id}
          hidden={item.id === selected?.id ? undefined : 'until-found'}
          data-label={look === 'pill' || look === 'many' ? nameOf(item) : undefined}
        >
          {item.children}
        </ref-panel>
      ))}
    </div>
  );
}
