import { parseJson } from '../json/text.ts';
import { buildPage } from '../model/page/build-page.ts';
import type { SliceDocument } from '../slices/slice.ts';
import { type Found, Names, type Occurrence } from './collect.ts';

/** The names on pages whose slices were read before. */
export interface KeptNames {
  /** @returns undefined if they are not known. */
  get(slice: string): readonly Occurrence[] | undefined;
  set(slice: string, names: readonly Occurrence[]): void;
}

/**
 * The names of an API.
 *
 * @param slices Of all its pages, as they are written.
 */
export function namesOf(slices: Iterable<string>, kept?: KeptNames): Found[] {
  const names = new Names();
  for (const text of slices) {
    const known = kept?.get(text);
    if (known) names.addAgain(known);
    else {
      const found = names.add(pageOf(text));
      kept?.set(text, found);
    }
  }
  return names.all();
}

function pageOf(text: string): ReturnType<typeof buildPage> {
  const slice = parseJson(text) as SliceDocument;
  // Samples contain no names, and generating them takes a third of the time.
  return buildPage({ ...slice, 'x-page': { ...slice['x-page'], samples: [] } });
}
