import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSliceFile } from '../../../src/address/files.ts';
import { type GenerateResult, generate } from '../../../src/generate/generate.ts';
import { ROOT } from '../../support/site.ts';

const SCHEMA = 'User';
const PROPERTY = 'username';
const OVERLAY = 'openapi/authentik.overlay.yaml';

let root: string;
let document: string;
let first: GenerateResult;
beforeAll(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'authentik-'));
  document = path.join(root, 'schema.yml');
  fs.copyFileSync(path.join(ROOT, 'node_modules/@goauthentik/api/schema.yml'), document);
  fs.copyFileSync(path.join(ROOT, OVERLAY), path.join(root, 'overlay.yaml'));
  first = await run();
}, 120_000);
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

function run(onStep?: (step: string) => void): Promise<GenerateResult> {
  const apis = [{ id: 'authentik', document, overlays: ['overlay.yaml'] }];
  return generate({ root, apis, ...(onStep && { onStep }) });
}

interface SliceFile {
  readonly components?: { readonly schemas?: { readonly [name: string]: unknown } };
}

/** Slices that hold a schema, by their page ids. */
function slicesWith(schema: string): string[] {
  const folder = path.join(root, 'docs/reference/authentik');
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isSliceFile)
    .filter((file) => {
      const slice: SliceFile = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
      return Object.hasOwn(slice.components?.schemas ?? {}, schema);
    })
    .map((file) => file.replaceAll(path.sep, '/').replace(/\.\w+\.json$/, ''))
    .sort();
}

describe("authentik's document", () => {
  it('has no problem that our overlay would have to fix', () => {
    expect(first.problems.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  it('is not read again when nothing has changed', async () => {
    const steps: string[] = [];
    const { changes } = await run((step) => steps.push(step));
    expect(steps).toEqual([]);
    expect(changes?.written).toEqual([]);
    expect(changes?.removed).toEqual([]);
    expect(changes?.unchanged.length).toBeGreaterThan(4000);
  });

  it('with one property changed rewrites the slices that hold it, and no page', async () => {
    // All else stays as it is written: pages show the digits of numbers and the order of keys.
    const text = fs.readFileSync(document, 'utf8');
    const place = new RegExp(`(?<=^    ${SCHEMA}:\\n(?: {6}.*\\n)*? {8}${PROPERTY}:\\n)`, 'm');
    const changed = text.replace(place, '          title: Changed by a test\n');
    expect(changed).not.toBe(text);
    fs.writeFileSync(document, changed);
    const { changes } = await run();
    const expected = slicesWith(SCHEMA);
    const idOf = (file: string): string =>
      file.replace(/^.*?\/authentik\//, '').replace(/\.\w+\.\w+$/, '');
    const [pages = [], slices = []] = ['.mdx', '.json'].map((end) =>
      (changes?.written ?? [])
        .filter((file) => file.endsWith(end))
        .map(idOf)
        .sort(),
    );
    expect(expected.length).toBeGreaterThan(10);
    // Besides, the whole document.
    expect(slices).toEqual([...expected, 'openapi'].sort());
    expect(pages).toEqual([]);
    expect(changes?.removed).toEqual([]);
  });
});
