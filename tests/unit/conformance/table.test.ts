import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';
import { planPages } from '../../../src/slices/plan.ts';
import { CONFORMANCE, type Feature } from '../../support/features.ts';
import { ROOT } from '../../support/site.ts';

const FILE = 'docs/about/conformance/index.md';

it(`${FILE} lists every feature, as the document has it`, async () => {
  const { document } = await loadDocument({ document: CONFORMANCE, cwd: ROOT });
  if (!document) throw new Error(`${CONFORMANCE} was not loaded`);
  const { plan } = planPages(document, 'conformance');
  const expected = plan.pages
    .filter(({ operation }) => operation)
    .map(({ id, title, operation }) => {
      const { name, since, section } = Object(operation)['x-feature'] as Feature;
      const standard = /json-schema/.test(section) ? 'JSON Schema' : 'OpenAPI';
      const link = `[${title}](/reference/conformance/${id}/)`;
      return `| ${name} | ${since} | ${link} | [${standard}](${section}) |`;
    });
  const text = fs.readFileSync(path.join(ROOT, FILE), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  // Where this fails, put the rows that are expected into the table.
  expect(rows.slice(2)).toEqual(expected);
});
