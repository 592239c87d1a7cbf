import path from 'node:path';
import { type GonePage, type Moves, pageName } from '../address/address.ts';
import { readIfThere } from '../document/read-if-there.ts';
import { json } from './json.ts';
import { LAYOUT } from './layout.ts';

const NONE: Moves = { ids: new Map(), moved: new Map() };

/** Ids become file paths, so a damaged file must not lead to others. */
const PAGE_NAME = /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u;

/** The addresses of the last run; none if there was none, or its file cannot be read. */
export async function lastAddresses(root: string, api: string): Promise<Moves> {
  const text = await readIfThere(path.join(root, fileOf(api)));
  try {
    const { ids, moved, gone = {} } = JSON.parse(text ?? '');
    return {
      ids: textsOf(ids, (_identity, id) => PAGE_NAME.test(pageName(id))),
      moved: textsOf(moved, (id) => PAGE_NAME.test(pageName(id))),
      ...(Object.keys(gone).length > 0 && { gone: goneIn(gone) }),
    };
  } catch {
    return NONE;
  }
}

function goneIn(pages: Readonly<Record<string, GonePage>>): ReadonlyMap<string, GonePage> {
  return new Map(Object.entries(pages).filter(([id]) => PAGE_NAME.test(pageName(id))));
}

function textsOf(
  object: object,
  isGood: (key: string, value: string) => boolean,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(object).filter(
      ([key, value]) => typeof value === 'string' && isGood(key, value),
    ),
  );
}

/** The file that the next run and a build read. */
export function addressFile(
  api: string,
  { ids, moved, gone = new Map() }: Moves,
): readonly [file: string, text: string] {
  const data = {
    ids: Object.fromEntries(ids),
    moved: Object.fromEntries(moved),
    ...(gone.size > 0 && { gone: Object.fromEntries(gone) }),
  };
  return [fileOf(api), json(data)];
}

function fileOf(api: string): string {
  return `${LAYOUT.addresses}/${api}.json`;
}
