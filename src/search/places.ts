import { cached } from '../json/cached.ts';
import { segmentOf } from '../model/page/anchor.ts';
import { type Identity, type Place, placesKey } from './entry.ts';

/**
 * A file of places. Much of it repeats: texts are in a table, whose first text is empty, and an anchor is
 * omitted if it can be derived from the rest.
 */
export interface PlacesFile {
  readonly texts: readonly string[];
  /** By `placesKey`. */
  readonly places: Readonly<Record<string, readonly Row[]>>;
}

/** Indexes into the table: page, `on`, `in`, type; then the path and the anchor, each empty if omitted. */
type Row = readonly [
  page: number,
  on: number,
  where: number,
  type: number,
  path: string,
  anchor?: string,
];

/** Writes places of some entries as a file. */
export function packPlaces(
  entries: readonly { readonly entry: Identity; readonly places: readonly Place[] }[],
): PlacesFile {
  const texts = new Map([['', 0]]);
  const number = (text = ''): number => cached(texts, text, () => texts.size);
  const rows = (entry: Identity, places: readonly Place[]): Row[] =>
    places.map((place) => {
      const [page, anchor = ''] = place.at.split('#', 2);
      const row = [
        number(page),
        number(place.on),
        number(place.in),
        number(place.type),
        place.path ?? '',
      ] as const;
      return anchor === usualAnchor(entry, place) ? row : [...row, anchor];
    });
  const places = Object.fromEntries(
    entries.map(({ entry, places }) => [placesKey(entry), rows(entry, places)]),
  );
  return { texts: [...texts.keys()], places };
}

/** The places of an entry in a file; none if it has none there. */
export function unpackPlaces({ texts, places }: PlacesFile, entry: Identity): Place[] {
  const key = placesKey(entry);
  const rows = Object.hasOwn(places, key) ? (places[key] ?? []) : [];
  return rows.map(([page, on, where, type, path, written]) => {
    const place = {
      ...(on > 0 && { on: texts[on] }),
      ...(where > 0 && { in: texts[where] }),
      ...(path !== '' && { path }),
      ...(type > 0 && { type: texts[type] }),
    };
    const anchor = written ?? usualAnchor(entry, place);
    return { at: (texts[page] ?? '') + (anchor === '' ? '' : `#${anchor}`), ...place };
  });
}

/** The usual anchor of a field or value, by its place (`model/page/anchor.ts`). */
function usualAnchor({ kind, name }: Identity, place: Omit<Place, 'at'>): string {
  const { in: where = 'schema', path } = place;
  const names = path?.split('.') ?? (kind === 'field' ? [name] : []);
  const anchor = [where.replace(' ', '-'), ...names.map(segmentOf)].join('-');
  return kind === 'value' ? `${anchor}:${encodeURIComponent(name)}` : anchor;
}
