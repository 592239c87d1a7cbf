import path from 'node:path';
import { expect, it } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';
import { apiIndex, siteIndex } from '../../../src/markdown/llms.ts';
import { twinInEnglish } from '../../../src/markdown/words.ts';
import { ROOT } from '../../support/site.ts';
import { BASE, twinsOf } from '../../support/twins.ts';

const API = {
  title: 'Bookshop',
  version: '2.1.0',
  summary: 'Look for books, <b>buy</b> them.',
  introduction: `/${BASE}`,
  document: `/${BASE}/openapi.json`,
};
const options = { say: twinInEnglish, count: String };

it('llms.txt of an API lists its operations by tag', async () => {
  const { document } = await loadDocument({ document: 'openapi/bookshop.yaml', cwd: ROOT });
  if (!document) throw new Error('There is no document.');
  const tags = [...twinsOf(document).values()].flatMap(({ model }) =>
    model.kind === 'tag' ? [model] : [],
  );
  const text = apiIndex(API, tags, { ...options, path: `${BASE}/llms`, baseUrl: '/' });
  await expect(text).toMatchFileSnapshot(path.join(import.meta.dirname, 'snapshot/api-llms.txt'));
});

it('llms.txt of a site leads to those of its APIs, and to its guides', () => {
  const text = siteIndex(
    {
      title: 'Docs',
      tagline: 'All of it',
      apis: [{ ...API, document: '/reference/api/openapi.json', index: `${BASE}/llms.txt` }],
      guides: [
        { title: 'Start', description: 'The first *request*', url: 'guides/start/' },
        { title: 'Errors', url: 'guides/errors.md' },
        { title: 'Home', url: '' },
      ],
    },
    { ...options, baseUrl: '/de/' },
  );
  expect(text).toBe(`# Docs

> All of it

## Bookshop 2.1.0

Look for books, \\<b>buy\\</b> them.

- [Introduction](reference/api.md)
- [All operations](reference/api/llms.txt)
- [OpenAPI document of this API](../reference/api/openapi.json)

## Guides

- [Start](guides/start/): The first \\*request\\*
- [Errors](guides/errors.md)
- [Home](./)
`);
});
