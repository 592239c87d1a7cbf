import type { Change } from '../changes/change.ts';
import { concernedBy, operationKey } from '../changes/change.ts';
import { plainSegments } from '../openapi/pointer.ts';
import { linkTo } from '../slices/page-link.ts';
import type { Plan } from '../slices/plan.ts';
import type { PageLink } from '../slices/slice.ts';
import { planKey } from './page-key.ts';

/** What a change is in: named so that it stays the same when it is renamed later. */
export interface Subject {
  readonly kind: 'operation' | 'schema' | 'component' | 'shared' | 'api';
  /** `operationKey`, or the name of a schema or another component, as in the newest version. */
  readonly key: string;
  /** All operations that are concerned, as in the newest version. */
  readonly operations: readonly string[];
}

/** Pages by what they are about. */
export interface SubjectPages {
  /** By `operationKey`. */
  readonly operations: ReadonlyMap<string, PageLink>;
  /** By their names. */
  readonly schemas: ReadonlyMap<string, PageLink>;
}

/** The pages of a document. */
export function subjectPages({ pages }: Pick<Plan, 'pages'>): SubjectPages {
  const operations = new Map<string, PageLink>();
  const schemas = new Map<string, PageLink>();
  for (const page of pages) {
    if (page.operation) operations.set(planKey(page), linkTo(page));
    if (page.kind === 'schema') schemas.set(planKey(page), linkTo(page));
  }
  return { operations, schemas };
}

/** Finds the pages of the newest version for changes of any version, which must be asked for from the newest on. */
export class Subjects {
  readonly #pages: SubjectPages;
  /** Former names to the present ones. */
  readonly #renamed = new Map<string, string>();

  constructor(pages: SubjectPages) {
    this.#pages = pages;
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

  operationsOf(change: Change): string[] {
    return [...new Set(concernedBy(change).map((key) => this.#now(key)))];
  }

  operationPage(key: string): PageLink | undefined {
    return this.#pages.operations.get(key);
  }

  schemaPage(name: string): PageLink | undefined {
    return this.#pages.schemas.get(name);
  }

  /** The page of an operation or schema by its name in the version that has been asked for. */
  pageNow(kind: 'operation' | 'schema', key: string): PageLink | undefined {
    const now = this.#now(key);
    return kind === 'schema' ? this.schemaPage(now) : this.operationPage(now);
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
