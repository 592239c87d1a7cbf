import { buildPage } from '../model/page/build-page.ts';
import type { SliceDocument } from '../slices/slice.ts';
import { type Found, Names } from './collect.ts';

/** The names of an API, from the slices of all its pages. */
export function namesOf(slices: Iterable<SliceDocument>): Found[] {
  const names = new Names();
  for (const slice of slices) {
    // Samples contain no names, and generating them takes a third of the time.
    names.add(buildPage({ ...slice, 'x-page': { ...slice['x-page'], samples: [] } }));
  }
  return names.all();
}
