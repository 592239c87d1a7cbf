import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { readFeatures } from '../support/features.ts';
import { readPage, textOf } from '../support/html.ts';

const { folder } = inject('site');
const reference = 'reference/conformance';

/** The API's first page stands at its own address. */
const FIRST = 'openapi-feature-showcase';

/** Operations have their slices beside their pages; in these the features are. */
function pageOf(name: string): string | undefined {
  const files = fs.readdirSync(path.join(folder, reference)).filter(
    // Not the document itself.
    (file) => /(?<!^openapi)\.json$/.test(file),
  );
  const file = files.find((candidate) => {
    const slice = JSON.parse(fs.readFileSync(path.join(folder, reference, candidate), 'utf8'));
    return featureNames({ ...slice.paths, ...slice.webhooks }).includes(name);
  });
  return file?.replace(/\.json$/, '');
}

function featureNames(items: object): string[] {
  return Object.values(items).flatMap((item: object) =>
    [...Object.values(item), ...Object.values(Object(Object(item).additionalOperations))].flatMap(
      (operation) => {
        const name: unknown = operation?.['x-feature']?.name;
        return typeof name === 'string' ? [name] : [];
      },
    ),
  );
}

describe.each(readFeatures())('$name', ({ name, page, shows }) => {
  it('is in the static HTML', () => {
    const own = pageOf(name);
    expect(own, 'a page of its own').toBeDefined();
    const text = textOf(
      readPage(folder, page === FIRST ? reference : path.join(reference, page ?? own ?? '')),
    );
    expect(shows.filter((fact) => !text.includes(fact))).toEqual([]);
  });
});
