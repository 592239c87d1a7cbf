import { describe, expect, it } from 'vitest';
import { type DrawnPage, drawDocument } from '../../support/draw.tsx';
import { CONFORMANCE, type Feature, readFeatures } from '../../support/features.ts';
import { textOf } from '../../support/html.ts';

const pages = await drawDocument(CONFORMANCE, { extensions: ['x-stability'] });
const byFeature = new Map<string, DrawnPage>();
for (const drawn of pages.values()) {
  const feature = drawn.page.operation?.['x-feature'] as Feature | undefined;
  if (feature) byFeature.set(feature.name, drawn);
}
const features = readFeatures();

describe.each(features)('$name', (feature) => {
  it('has an operation with a page, and says where it stands in the standard', () => {
    expect(byFeature.get(feature.name)).toBeDefined();
    expect(feature.section).toMatch(
      /^https:\/\/(spec\.openapis\.org\/oas\/v3\.2\.0\.html|json-schema\.org\/draft\/2020-12\/json-schema-(core|validation))#/,
    );
    expect(['2.0', '3.0', '3.1', '3.2']).toContain(feature.since);
    expect(feature.shows.length).toBeGreaterThan(0);
  });

  it('is on its page', () => {
    const drawn = pages.get(feature.page ?? '') ?? byFeature.get(feature.name);
    const text = textOf(drawn?.html ?? '');
    expect(feature.shows.filter((fact) => !text.includes(fact))).toEqual([]);
  });
});

it('every operation is a feature of its own', () => {
  const operations = [...pages.values()].filter(({ page }) => page.operation);
  expect(byFeature.size).toBe(operations.length);
  expect(new Set(features.map(({ name }) => name)).size).toBe(features.length);
});
