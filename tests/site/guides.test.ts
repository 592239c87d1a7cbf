import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { copyProject, run } from '../support/site.ts';

const GUIDE = `---
title: Start
---

See [orders](tag:ordres).

<Operation id="list_boks" />
`;

it('a build with wrong names in a guide ends with all of them, and with nothing else', () => {
  const copy = copyProject();
  try {
    const guide = path.join(copy, 'docs/guides/bookshop/start.mdx');
    fs.mkdirSync(path.dirname(guide), { recursive: true });
    fs.writeFileSync(guide, GUIDE);
    const { code, stderr } = run(copy, ['build', '--document', 'openapi/bookshop.yaml']);
    expect(code).toBe(1);
    const told = stderr.slice(stderr.indexOf('docs/guides'));
    expect(told.replaceAll(/\d+\.\d s/g, '')).toMatchInlineSnapshot(`
      "docs/guides/bookshop/start.mdx:5:5  error  There is no tag "ordres" in the API "bookshop".  (guide-reference)
        3 | ---
        4 |
      > 5 | See [orders](tag:ordres).
          |     ^
        6 |
        7 | <Operation id="list_boks" />
      Fix: Did you mean "orders"?
      docs/guides/bookshop/start.mdx:7:1  error  There is no operation "list_boks" in the API "bookshop".  (guide-reference)
        5 | See [orders](tag:ordres).
        6 |
      > 7 | <Operation id="list_boks" />
          | ^
      Fix: Did you mean "list_books"?
      2 errors.
        ✗ bundling the site

      The site was not built. See the error above.
      "
    `);
    expect(fs.existsSync(path.join(copy, 'build'))).toBe(false);
  } finally {
    fs.rmSync(copy, { recursive: true, force: true });
  }
}, 120_000);
