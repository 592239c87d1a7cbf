import { describe, expect, it } from 'vitest';
import { Names } from '../../../src/search/collect.ts';
import { packPlaces, unpackPlaces } from '../../../src/search/places.ts';
import { drawDocument } from '../../support/draw.tsx';

describe.each(['openapi/bookshop.yaml', 'openapi/conformance.yaml'])('places of %s', (file) => {
  it('are the same after they were written and read, and most need no anchor', async () => {
    const names = new Names();
    for (const { model } of (await drawDocument(file)).values()) names.add(model);
    const all = names.all().map(({ places, ...entry }) => ({ entry, places }));
    const packed = JSON.parse(JSON.stringify(packPlaces(all)));
    for (const { entry, places } of all) expect(unpackPlaces(packed, entry)).toEqual(places);
    const rows: unknown[][] = Object.entries<unknown[][]>(packed.places).flatMap(([key, list]) =>
      key.startsWith('field ') ? list : [],
    );
    expect(rows.filter((row) => row.length > 5).length).toBeLessThan(rows.length / 3);
  });
});

it('an entry that a file does not have has no places there', () => {
  const packed = packPlaces([]);
  expect(unpackPlaces(packed, { kind: 'field', name: 'a' })).toEqual([]);
});
