import { schemeAnchor } from '../../address/anchor.ts';

/**
 * Anchors: the stable ids of a page's parts. They are part of the site's interface, since people keep links
 * to them, so changing this scheme breaks links. Segments are joined by `-`.
 *
 * | what | anchor |
 * | --- | --- |
 * | parameter | `path-id`, `query-page_size`, `header-x-y`, `cookie-z` |
 * | request body | `request` |
 * | a media type of it | `request-application-json` |
 * | property of the body, by path | `request-owner-username` |
 * | response, property of its body | `response-200`, `response-200-results-username` |
 * | response header | `response-200-header-X-Rate-Limit` |
 * | property of the second media type and later | `response-200-text-csv-rows` |
 * | choice of a oneOf or anyOf, property in it | `request-credit-card`, `request-credit-card-number` |
 * | schema below another (`not`, `if`, ...) | `request-if-country` |
 * | any other property name | `request-property-name` |
 * | inside a callback | `callback-onData-post-request-id` in front of all of these |
 * | property on a schema's page | `schema-username` |
 *
 * The items of an array add no segment. Names keep their case; a choice is its label in kebab case.
 * Characters not allowed in an anchor (all but `A-Z a-z 0-9 _ . ~ -`) become `-`; letters of other scripts
 * become `~` and their code point. Sibling names with the same segment are distinguished by what they are
 * (`segmentsOf`). If two anchors of a page are equal for other reasons, the later one gets `-2`, `-3` ...:
 * later in page order, and within a body the deeper one.
 */
export class Anchors {
  readonly #taken = new Set<string>();
  /** Per requested anchor, the next number to try: all lower ones are taken for good. */
  readonly #next = new Map<string, number>();
  readonly #prefix: string;

  /** @param prefix Prefix of all anchors, if the page contains more than this. */
  constructor(prefix = '') {
    this.#prefix = prefix;
  }

  /** Claims an anchor made of segments, with a number appended if necessary. */
  claim(...segments: readonly string[]): string {
    const name = segments.filter((segment) => segment !== '').join('-');
    // A nested anchor starts with that of its parent.
    const wanted = name.startsWith(this.#prefix) ? name : this.#prefix + name;
    let anchor = wanted;
    if (this.#taken.has(wanted)) {
      let number = this.#next.get(wanted) ?? 2;
      while (this.#taken.has(`${wanted}-${number}`)) number++;
      anchor = `${wanted}-${number}`;
      this.#next.set(wanted, number + 1);
    }
    this.#taken.add(anchor);
    return anchor;
  }

  /** Claims an anchor unless a part of the page has it, or has had it. */
  claimFree(...segments: readonly string[]): string | undefined {
    const anchor = this.#prefix + segments.join('-');
    return this.#taken.has(anchor) ? undefined : this.claim(anchor);
  }
}

/** A name as a segment of an anchor; never empty. */
export function segmentOf(name: string): string {
  const segment = name
    .replaceAll(/[^\p{ASCII}]/gu, (letter) => `~${letter.codePointAt(0)?.toString(16)}`)
    .replaceAll(/[^\w.~-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return segment || 'name';
}

/**
 * The segments of sibling names, all different. If several names give the same segment, it belongs to the
 * name that is equal to it (`id`), and the others are spelled out, with the code points of characters not
 * allowed in an anchor (`@id` becomes `~40~id~~`), so that none depends on the order.
 */
export function segmentsOf(names: Iterable<string>): ReadonlyMap<string, string> {
  const distinct = [...new Set(names)];
  const met = new Set<string>();
  const several = new Set<string>();
  for (const segment of distinct.map(segmentOf)) (met.has(segment) ? several : met).add(segment);
  return new Map(
    distinct.map((name) => {
      const segment = segmentOf(name);
      const isSpelled = (several.has(segment) && segment !== name) || segment.endsWith('~~');
      return [name, isSpelled ? spelledOut(name) : segment];
    }),
  );
}

/** Anchors of the security schemes of an API by name. */
export function schemeAnchors(names: readonly string[]): ReadonlyMap<string, string> {
  const segments = [...segmentsOf(names)];
  return new Map(segments.map(([name, segment]) => [name, schemeAnchor(segment)]));
}

/** Unique for each name; no other kind of anchor ends this way. */
function spelledOut(name: string): string {
  const exact = name.replaceAll(
    /[^A-Za-z0-9_.-]/gu,
    (sign) => `~${sign.codePointAt(0)?.toString(16)}~`,
  );
  return `${exact}~~`;
}

/** A label in words as a segment of an anchor: `CreditCard (test)` becomes `credit-card-test`. */
export function kebabSegmentOf(label: string): string {
  return segmentOf(label.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')).toLowerCase();
}
