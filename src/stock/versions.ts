import path from 'node:path';
import type { ApiEntry } from '../generate/config.ts';
import { defined } from '../json/guards.ts';
import type { StockApiOptions, StockVersionOptions } from './options.ts';

/** What a command can name: an API of `config`, or one of its versions. */
export interface StockTarget {
  /** Key in `config`. */
  readonly api: string;
  /** Key in `versions`; the API itself has none. */
  readonly version?: string;
  /** A folder of documents is several APIs with one output folder. */
  readonly entries: readonly ApiEntry[];
}

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

/**
 * Says of each document which version of which API it is. In folders, documents with the same name are the versions of
 * one API.
 *
 * @param targets The current version, and the older ones.
 * @param names Of the versions, for readers; that of the document if there is none.
 */
export function withVersions(
  targets: readonly StockTarget[],
  names: readonly (string | undefined)[],
): StockTarget[] {
  const isFolder = targets.some(({ entries }) => entries.length > 1);
  const keyOf = ({ document }: ApiEntry): string =>
    isFolder ? path.posix.basename(document) : 'the only one';
  const all = targets.flatMap(({ entries }) => entries.map(keyOf));
  const current = new Map(targets[0]?.entries.map((entry) => [keyOf(entry), entry.id]));
  return targets.map((target, position) => ({
    ...target,
    entries: target.entries.map((entry): ApiEntry => {
      const key = keyOf(entry);
      const of = current.get(key);
      const isAlone = all.filter((other) => other === key).length < 2;
      if (of === undefined || isAlone) return entry;
      return { ...entry, versioned: { of, position, ...defined({ name: names[position] }) } };
    }),
  }));
}
