import { append } from '../json/append.ts';
import { entriesOf } from '../json/guards.ts';
import { bodySchemas } from './body-schemas.ts';
import type { PlannedPage } from './plan.ts';
import type { References } from './reach.ts';
import type { ResourceGroup } from './resources.ts';

/** A schema that more resources than these send or return explains none of them. */
const MANY = 5;

/** What is sent and returned more seldom is on the pages of operations. */
const SHOWN = 6;

/** Statuses of failed requests, whose schemas say nothing about the resource. */
const FAILED = /^[45]|^default$/;

type Groups = readonly ResourceGroup<PlannedPage>[];

/** The schemas that explain the resources of an API. */
export class ResourceSchemas {
  readonly #references: References;
  readonly #derived: ReadonlyMap<string, string>;
  /** The number of resources that send or return a schema. */
  readonly #uses = new Map<string, number>();

  /**
   * @param resources The operations of each tag by resource.
   * @param derived The schemas that are a form of another one: see `derivedSchemas`.
   */
  constructor(
    resources: ReadonlyMap<string, Groups>,
    references: References,
    derived: ReadonlyMap<string, string>,
  ) {
    this.#references = references;
    this.#derived = derived;
    for (const { operations } of [...resources.values()].flat())
      for (const name of this.#countsOf(operations).keys())
        this.#uses.set(name, (this.#uses.get(name) ?? 0) + 1);
  }

  /**
   * The names of the schemas that the operations of a resource send and return, without those derived from them. Those
   * that most operations have come first: the resource itself.
   */
  of(operations: readonly PlannedPage[]): string[] {
    return [...this.#countsOf(operations)]
      .filter(([name]) => (this.#uses.get(name) ?? 0) <= MANY)
      .sort(([, a], [, b]) => b - a)
      .slice(0, SHOWN)
      .map(([name]) => name);
  }

  /** The number of operations that send or return a schema, in any form. */
  #countsOf(operations: readonly PlannedPage[]): Map<string, number> {
    const users = new Map<string, PlannedPage[]>();
    for (const page of operations)
      for (const name of this.#schemasOf(page)) append(users, name, page);
    return new Map(Array.from(users, ([name, pages]) => [name, pages.length]));
  }

  #schemasOf({ operation }: PlannedPage): Set<string> {
    const responses = entriesOf(operation?.responses)
      .filter(([status]) => !FAILED.test(status))
      .map(([, response]) => response);
    const names = [...responses, operation?.requestBody].flatMap((part) => [
      ...bodySchemas(part, this.#references),
    ]);
    return new Set(names.map((name) => this.#derived.get(name) ?? name));
  }
}
