import type { Fields } from '../examples/sampling.ts';
import type { ModelContext } from '../page/context.ts';

/** What a reader has chosen on the page of an operation. */
export interface Selection {
  /** Which fields samples and examples have; undefined as long as the reader has not chosen. */
  readonly fields?: Fields;
  /** Anchors of chosen variants of schemas, and of what leads to them. */
  readonly anchors: readonly string[];
}

/**
 * The schemas of one body that a reader has chosen, see `SampleOptions.wanted`.
 *
 * @param anchor Of the body.
 */
export function wantedIn(
  { anchors }: Selection,
  anchor: string,
  { sources }: Pick<ModelContext, 'sources'>,
): ReadonlySet<unknown> {
  const own = anchors.filter((one) => one.startsWith(`${anchor}-`) && sources.has(one));
  return new Set(own.map((one) => sources.get(one)));
}
