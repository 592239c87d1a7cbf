import { concernedBy } from '../change.ts';
import type { JudgedChange } from '../judged.ts';

/** Changes below one heading: those of an operation, of a shared component, or of the API as a whole. */
export interface ChangeGroup {
  readonly title: string;
  /** The operations of a component's changes, if it is one. */
  readonly operations: readonly string[];
  readonly changes: readonly JudgedChange[];
}

const WHOLE_API = 'The API as a whole';

/** Changes by operation. Those of several are below the component that they share, or with the first operation. */
export function groupedChanges(changes: readonly JudgedChange[]): ChangeGroup[] {
  const groups = new Map<string, { operations: Set<string>; changes: JudgedChange[] }>();
  for (const judged of changes) {
    const operations = concernedBy(judged.change);
    const { component } = judged.change.place;
    const title = component === undefined ? (operations[0] ?? WHOLE_API) : titleOf(component);
    let group = groups.get(title);
    if (!group) {
      group = { operations: new Set(), changes: [] };
      groups.set(title, group);
    }
    group.changes.push(judged);
    if (component !== undefined) for (const one of operations) group.operations.add(one);
  }
  return [...groups].map(([title, group]) => ({
    title,
    operations: [...group.operations].sort(),
    changes: group.changes,
  }));
}

/** `schemas/User` is `Schema User`. */
function titleOf(component: string): string {
  const [group = '', ...name] = component.split('/');
  const words = group
    .replace(/ies$/, 'y')
    .replace(/s$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${name.join('/')}`;
}

/** `GET /a, GET /b and 3 more`. */
export function listed(names: readonly string[], most: number): string {
  const more = names.length - most;
  return [...names.slice(0, most), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
