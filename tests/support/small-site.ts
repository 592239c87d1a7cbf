import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './site.ts';

/**
 * Adds to a copy of the project what its own documents do not have: pages of the older and of the current upstream
 * form, a navbar item that needs the app, a guide with parts of the reference, and a page that was written by hand
 * among the generated ones.
 *
 * @returns the file of the last one.
 */
export function addPages(copy: string): string {
  fs.cpSync(
    path.join(ROOT, 'tests/site/older-page.api.mdx'),
    path.join(copy, 'docs/older-page.api.mdx'),
  );
  const stock = path.join(ROOT, 'tests/unit/theme/stock-pages/4.5.1/add-animal.api.mdx');
  fs.writeFileSync(
    path.join(copy, 'docs/stock-page.api.mdx'),
    fs.readFileSync(stock, 'utf8').replace('id: add-animal', 'id: stock-page'),
  );
  fs.cpSync(
    path.join(ROOT, 'tests/site/embeds.mdx'),
    path.join(copy, 'docs/guides/bookshop/embeds.mdx'),
  );
  // The guide has a link to it.
  fs.writeFileSync(path.join(copy, 'docs/guides/bookshop/books.csv'), 'isbn,title\n');
  addDropdown(path.join(copy, 'docusaurus.config.ts'));
  const own = path.join(copy, 'docs/reference/bookshop/tips.md');
  fs.mkdirSync(path.dirname(own), { recursive: true });
  fs.writeFileSync(own, '# Tips\n\nWritten by hand.\n');
  return own;
}

function addDropdown(file: string): void {
  const config = fs.readFileSync(file, 'utf8');
  const changed = config.replace(
    'items: [',
    `items: [{ type: 'dropdown', label: 'More', position: 'right', items: [{ to: '/guides/your-own-document/', label: 'In the dropdown' }] },`,
  );
  if (changed === config) throw new Error('docusaurus.config.ts has no list of navbar items');
  fs.writeFileSync(file, changed);
}
