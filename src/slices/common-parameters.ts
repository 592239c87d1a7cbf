import { asString, defined } from '../json/guards.ts';
import { jsonText } from '../json/text.ts';
import { listOptionOf } from './conventions.ts';
import { parametersOf } from './operation-parts.ts';
import type { PlannedPage } from './plan.ts';
import type { References } from './reach.ts';
import type { ListOption, PageInfo } from './slice.ts';

/** A parameter is common if so many operations have it, and so large a part of all. */
const LEAST = 5;
const PART = 0.1;

/** What a single operation has is its own, whatever its name. */
const SEVERAL = 2;

type Found = Readonly<Record<string, unknown>>;

/**
 * The optional query parameters that say nothing about an operation, since many others have them: those with the same
 * name and schema in a tenth of all operations, and those of lists whose names are the same in many APIs (`page_size`).
 */
export class CommonParameters {
  readonly #references: References;
  readonly #least: number;
  readonly #uses = new Map<string, number>();

  constructor(operations: readonly PlannedPage[], references: References) {
    this.#references = references;
    this.#least = Math.max(LEAST, operations.length * PART);
    for (const page of operations)
      for (const key of new Set(this.#parametersOf(page).flatMap(keysOf)))
        this.#uses.set(key, (this.#uses.get(key) ?? 0) + 1);
  }

  /** Those of an operation. */
  of(page: PlannedPage): Pick<PageInfo, 'commonParameters'> {
    const common = Object.fromEntries(
      this.#parametersOf(page).flatMap((parameter): [string, ListOption | 'other'][] => {
        const [byName, bySchema] = keysOf(parameter).map((key) => this.#uses.get(key) ?? 0);
        const name = asString(parameter.name) ?? '';
        const option = page.method === 'get' ? listOptionOf(name) : undefined;
        const isCommon =
          (bySchema ?? 0) >= this.#least || (option !== undefined && (byName ?? 0) >= SEVERAL);
        return isCommon ? [[name, option ?? 'other']] : [];
      }),
    );
    return defined({
      commonParameters: Object.keys(common).length > 0 ? common : undefined,
    });
  }

  #parametersOf(page: PlannedPage): Found[] {
    return parametersOf(page.operation, page.item, this.#references).filter(
      ({ in: where, required }) => where === 'query' && required !== true,
    );
  }
}

/** By its name, and by its name with what it may be. */
function keysOf({ name, schema, content }: Found): [string, string] {
  return [jsonText([name]), jsonText([name, schema ?? null, content ?? null])];
}
