import fs from 'node:fs';
import type { SiteVersions } from './versions.ts';

/** Set by the site's plugin to the file that it writes. */
declare const REFERENCE_VERSIONS: string;

let versions: SiteVersions | undefined;

/** In static rendering: the versions of APIs, read from disk once. */
export default function useVersions(): SiteVersions {
  versions ??= JSON.parse(fs.readFileSync(REFERENCE_VERSIONS, 'utf8')) as SiteVersions;
  return versions;
}
