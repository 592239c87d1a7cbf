import type { StockApiOptions, StockVersionOptions } from './read.ts';

/** A version as `versions.json` lists it, and `versionSelector` reads it. */
export interface StockVersion {
  readonly version: string;
  readonly label?: string;
  readonly baseUrl?: string;
  readonly downloadUrl?: string;
}

/**
 * `versions.json` in the folder of an API: the API's own version first, then the others.
 *
 * @param folder Path from the site's folder.
 */
export function versionsFile(
  folder: string,
  { version = '', label, baseUrl }: Omit<StockApiOptions, 'versions'>,
  versions: Readonly<Record<string, StockVersionOptions>>,
): Readonly<Record<string, string>> {
  const list: readonly StockVersion[] = [
    { version, label, baseUrl },
    ...Object.entries(versions).map(([name, { label, baseUrl, downloadUrl }]) => ({
      version: name,
      label,
      baseUrl,
      downloadUrl,
    })),
  ];
  return { [`${folder}/versions.json`]: `${JSON.stringify(list, undefined, 2)}\n` };
}
