import path from 'node:path';
import { partsOfFile } from '../address/files.ts';
import { readIfThere } from '../document/read-if-there.ts';
import { asArray, asObject } from '../json/guards.ts';
import type { Problem } from '../problems/problem.ts';
import type { GeneratedApi } from './api.ts';
import type { ApiEntry } from './config.ts';
import { LAYOUT, type Manifest, type ManifestApi } from './layout.ts';
import { readRecord } from './record.ts';
import { stockSidebars } from './stock-sidebars.ts';

/** The part of a site that a run is about. */
export interface Selection {
  /** Ids of its APIs; all if absent. */
  readonly only?: ReadonlySet<string> | undefined;
  /** Whether it is only about their pages of schemas. */
  readonly schemasOnly?: boolean | undefined;
}

/** What a run leaves as it is. */
export interface Kept {
  /** Id of an API to files. */
  readonly apis: { readonly [id: string]: readonly string[] };
  readonly manifest: readonly ManifestApi[];
}

/** What a run for some of the APIs leaves as it is; nothing if it is about all of them. */
export async function keptOf(root: string, { only, schemasOnly }: Selection): Promise<Kept> {
  if (!only) return { apis: {}, manifest: [] };
  const { apis } = await readRecord(root);
  const kept = Object.entries(apis).flatMap(([id, files]) => {
    if (!only.has(id)) return [[id, files] as const];
    return schemasOnly ? [[id, files.filter((file) => !isSchemaPage(file))] as const] : [];
  });
  return { apis: Object.fromEntries(kept), manifest: await lastManifest(root) };
}

async function lastManifest(root: string): Promise<readonly ManifestApi[]> {
  const text = await readIfThere(path.join(root, LAYOUT.manifest));
  try {
    return asArray(asObject(JSON.parse(text ?? '')).apis) as readonly ManifestApi[];
  } catch {
    return [];
  }
}

/** An API of which only the pages of schemas are generated. */
export function withSchemasOnly(entry: ApiEntry): ApiEntry {
  const { sidebar: _sidebar, ...stock } = entry.stock ?? { showSchemas: true };
  const pages = {
    info: false,
    operations: false,
    tags: 'none',
    schemas: 'all',
    whole: false,
    sameName: 'first',
  } as const;
  return { ...entry, stock: { ...stock, pages } };
}

/** The APIs of a site after a run, in the order of its configuration. */
export function manifestOf(
  apis: readonly ApiEntry[],
  generated: readonly GeneratedApi[],
  kept: Kept,
  { schemasOnly }: Selection,
): Manifest {
  const made = generated.map(({ api }) => api);
  const [first, second] = schemasOnly ? [kept.manifest, made] : [made, kept.manifest];
  const find = (wanted: string) => [...first, ...second].find(({ id }) => id === wanted);
  const ids = new Set([...apis.map(({ id }) => id), ...made.map(({ id }) => id)]);
  return { apis: [...ids].flatMap((id) => find(id) ?? []) };
}

/** The files of each API, by its id. */
export type FilesByApi = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What a run writes. */
export function filesByApi(
  generated: readonly GeneratedApi[],
  { schemasOnly }: Selection,
): FilesByApi {
  const sidebars = stockSidebars(generated);
  return new Map(
    generated.map(({ api: { id }, files, stock }) => {
      const all = [...files, ...(sidebars.get(id) ?? []), ...Object.entries(stock?.files ?? {})];
      return [id, new Map(all.filter(([file]) => !schemasOnly || isSchemaPage(file)))];
    }),
  );
}

/**
 * All files by path. If documents with one folder have pages with the same name, the first one has it, as with
 * the stock plugin.
 */
export function mergedFiles(owned: FilesByApi): Map<string, string> {
  return new Map([...owned.values()].reverse().flatMap((files) => [...files]));
}

/** Reports the pages of documents with one folder that have the same name. */
export function doubledPages(generated: readonly GeneratedApi[], owned: FilesByApi): Problem[] {
  const first = new Map<string, string>();
  const document = new Map(generated.map(({ api, document }) => [api.id, document]));
  return [...owned].flatMap(([id, files]) =>
    [...files.keys()].flatMap((file): Problem[] => {
      const other = first.get(file);
      if (other === undefined) first.set(file, id);
      if (other === undefined || !file.endsWith('.mdx')) return [];
      return [
        {
          rule: 'doubled-page',
          severity: 'warning',
          message: `${file} is a page of two documents, ${document.get(other)} and this one, whose page is left out.`,
          file: document.get(id) ?? '',
          line: 1,
          column: 1,
          pointer: '#/',
          suggestion:
            'Give it another operationId, tag or title, or give each document its own outputDir.',
        },
      ];
    }),
  );
}

/** Whether a file belongs to the page of a schema: its MDX or its slice. */
function isSchemaPage(file: string): boolean {
  return partsOfFile(file)?.kind === 'schema';
}

/** Whether a recorded file stays as it is. */
export function isKeptIn({ apis }: Kept): (file: string) => boolean {
  const files = new Set(Object.values(apis).flat());
  return (file) => files.has(file);
}

/** The files of each API after a run, for the record. */
export function joinedFiles(kept: Kept['apis'], owned: FilesByApi): Kept['apis'] {
  const joined = new Map(Object.entries(kept));
  for (const [id, files] of owned)
    joined.set(id, [...new Set([...(joined.get(id) ?? []), ...files.keys()])]);
  return Object.fromEntries(joined);
}
