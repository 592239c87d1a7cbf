import { createHash } from 'node:crypto';
import { documentFile } from '../address/files.ts';
import { jsonText } from '../json/text.ts';
import { yamlText } from '../json/yaml-text.ts';
import type { Document } from '../openapi/types.ts';

/** Name of the extension that says which document it is. */
const IDENTITY = 'x-document';

/**
 * The files of the whole document of an API, as its pages show it. Both say which version it is, and have a hash of
 * everything else in it, so that a copy can be compared without the document.
 *
 * @param name Of the files, without their extensions.
 */
export function wholeDocument(document: Document, name: string): ReadonlyMap<string, string> {
  const { openapi, [IDENTITY]: _, ...others } = document as Document & Record<string, unknown>;
  const content = { openapi, ...others };
  const hash = createHash('sha256').update(jsonText(content)).digest('hex');
  const version = String(document.info?.version ?? '');
  const whole = { openapi, [IDENTITY]: { version, hash: `sha256-${hash}` }, ...others };
  return new Map([
    [documentFile(name), `${jsonText(whole)}\n`],
    [documentFile(name, 'yaml'), yamlText(whole)],
  ]);
}
