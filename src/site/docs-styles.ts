import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Components of the classic theme that are around a page of the reference, and have styles. */
const COMPONENTS = ['DocBreadcrumbs', 'DocBreadcrumbs/Items/Home', 'DocItem/Layout'];

/**
 * Their style sheets. Where the server alone renders these components, and the site has no other docs, nothing else
 * would import them. Without those that Docusaurus does not have anymore.
 */
export function docsStyles(): string[] {
  const classic = createRequire(import.meta.url).resolve('@docusaurus/theme-classic/package.json');
  return COMPONENTS.map((name) =>
    path.join(path.dirname(classic), 'lib/theme', name, 'styles.module.css'),
  ).filter((file) => fs.existsSync(file));
}
