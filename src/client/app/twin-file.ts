import fs from 'node:fs';
import path from 'node:path';
import i18n from '@generated/i18n';
import { twinPath } from '../../address/address.ts';

/** Set by the site's plugin: the folder of the twins of rendered pages. */
declare const REFERENCE_TWINS: string;

/**
 * In static rendering: the file of a page's Markdown twin, until the build publishes it.
 *
 * @param page Path of the page within the site.
 */
export function twinFile(page: string): string {
  return path.join(REFERENCE_TWINS, i18n.currentLocale, twinPath(page));
}

export function writeTwin(file: string, markdown: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, markdown);
}
