import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { LAYOUT } from '../generate/layout.ts';

/** Below a folder of static files. */
const FOLDER = 'assets/reference';

/**
 * Bundles the script that every page carries, and puts it where Docusaurus takes static files from.
 *
 * @returns its address below the base URL; a new one whenever the script changes.
 */
export function writePageScript(siteDir: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(siteDir, 'src/client/page-script.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    legalComments: 'none',
  });
  const code = outputFiles[0]?.text ?? '';
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
  const folder = path.join(siteDir, LAYOUT.script, FOLDER);
  const name = `page.${hash}.js`;
  // Former versions go, or each build would carry them along.
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, name), code);
  return `${FOLDER}/${name}`;
}
