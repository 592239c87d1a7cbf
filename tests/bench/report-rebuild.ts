import { bytes, orDash, ratio, seconds } from './format.ts';
import type { Measured } from './measure.ts';
import type { PartData, Rebuild } from './results.ts';
import type { Table } from './table.ts';

/** What changes, languages, and small and connected documents cost. */
export function rebuildTable(data: PartData['rebuild']): Table {
  return {
    title: 'Changes, languages, small and connected documents',
    about:
      'Time of generate and build together, of synthetic documents, in one language unless a row says otherwise. In a ring, each schema refers to the next one, in a clique to all others; in a tower, each has all properties of the one before, by `allOf`.',
    columns: [
      'document',
      'what',
      'ours',
      'of nothing',
      'memory',
      'stock',
      'memory',
      'ours / stock',
    ],
    rows: data.map(cells),
    notes: data.flatMap(notes),
  };
}

const done = (run: Measured | undefined): Measured | undefined =>
  run?.ended === 'done' ? run : undefined;

function cells({ document, what, base, ours, stock }: Rebuild): string[] {
  const [own, other] = [done(ours), done(stock)];
  return [
    document,
    what,
    orDash(own?.seconds, seconds),
    ratio(own?.seconds, base),
    orDash(own?.peakMemory, bytes),
    orDash(other?.seconds, seconds),
    orDash(other?.peakMemory, bytes),
    ratio(own?.seconds, other?.seconds),
  ];
}

function notes({ document, what, ours, stock, same }: Rebuild): string[] {
  const failures = Object.entries({ ours, stock }).flatMap(([site, run]) =>
    run && run.ended !== 'done'
      ? [`${document}, ${what}, ${site}: ${run.reason ?? run.ended}.`]
      : [],
  );
  if (same === undefined) return failures;
  const bytesOf = same ? 'the same bytes as' : 'OTHER bytes than';
  return [
    ...failures,
    `${document}: the site that was built with caches has ${bytesOf} the one without.`,
  ];
}
