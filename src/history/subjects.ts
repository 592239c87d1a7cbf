import type { Change } from '../changes/change.ts';
import { DIRECTIONS, operationKey } from '../changes/change.ts';
import { plainSegments } from '../openapi/pointer.ts';
import type { Plan, PlannedPage } from '../slices/plan.ts';

/** What a change is in: named so that it stays the same when it is renamed later. */
export interface Subject {
  readonly kind: 'operation' | 'schema' | 'component' | 'shared' | 'api';
  /** `operationKey`, or the name of a schema or another component, as in the newest version. */
  readonly key: string;
  /** All operations that are concerned, as in the newest version. */
  readonly operations: readonly string[];
}

/** Finds the pages of the newest version for changes of any version, which must be asked for from the newest on. */
export class Subjects {
  readonly #operations = new Map<string, PlannedPage>();
  readonly #schemas = new Map<string, PlannedPage>();
  /** Former names to the present ones. */
  readonly #renamed = new Map<string, string>();

  constructor({ pages }: Pick<Plan, 'pages'>) {
    for (const page of pages) {
      const { kind, method = '', path = '', name = '' } = page;
      if (page.operation)
        this.#operations.set(operationKey(method, path, kind === 'webhook'), page);
      if (kind === 'schema') this.#schemas.set(name, page);
    }
  }

  /** Notes what a version has renamed, once its own changes have been looked up. */
  note(changes: readonly Change[]): void {
    for (const { kind, before, after } of changes) {
      if (!kind.endsWith('-renamed') || !before || !after) continue;
      const [from, to] = [keyOfPointer(before.pointer), keyOfPointer(after.pointer)];
      if (from !== undefined && to !== undefined && from !== to)
        this.#renamed.set(from, this.#renamed.get(to) ?? to);
    }
  }

  of(change: Change): Subject {
    const { component } = change.place;
    const operations = this.operationsOf(change);
    if (component !== undefined) {
      const [section, name = component] = component.split(/\/(.*)/s, 2);
      const key = this.#now(name);
      return { kind: section === 'schemas' ? 'schema' : 'component', key, operations };
    }
    const own = keyOfPointer((change.after ?? change.before)?.pointer ?? '');
    if (operations.length > 1) return { kind: 'shared', key: operations.join('\n'), operations };
    const [only = own && parseable(own) ? this.#now(own) : undefined] = operations;
    if (only !== undefined) return { kind: 'operation', key: only, operations: [only] };
    return own !== undefined
      ? { kind: 'schema', key: this.#now(own), operations }
      : { kind: 'api', key: '', operations };
  }

  operationsOf({ operations }: Change): string[] {
    const keys = DIRECTIONS.flatMap((direction) => operations[direction] ?? []);
    return [...new Set(keys.map((key) => this.#now(key)))];
  }

  operationPage(key: string): PlannedPage | undefined {
    return this.#operations.get(key);
  }

  schemaPage(name: string): PlannedPage | undefined {
    return this.#schemas.get(name);
  }

  #now(key: string): string {
    return this.#renamed.get(key) ?? key;
  }
}

/** Whether a key is that of an operation: names of schemas contain no space. */
function parseable(key: string): boolean {
  return key.includes(' ');
}

/** The operation or schema that a place is exactly, as its key; undefined for anything in or around it. */
function keyOfPointer(pointer: string): string | undefined {
  const [root, one = '', two = '', three, ...rest] = plainSegments(pointer);
  if (rest.length > 0) return undefined;
  if (root === 'components' && one === 'schemas' && three === undefined) return two || undefined;
  if (root !== 'paths' && root !== 'webhooks') return undefined;
  const method = two === 'additionalOperations' ? three : three === undefined ? two : undefined;
  return method ? operationKey(method, one, root === 'webhooks') : undefined;
}
