import path from 'node:path';
import { joined } from '../address/address.ts';
import {
  apiOfKey,
  type Docs,
  defaultPlace,
  docsOfFolder,
  type Place,
  SITE_DOCS,
} from '../address/docs.ts';
import { partsOfFile } from '../address/files.ts';
import { nearest } from '../problems/nearest.ts';
import { type ApiConfig, ConfigError } from './config.ts';

/**
 * Where the pages of an API are written.
 *
 * @param id Of the API, which its entry may lack.
 * @param all The docs of the site.
 * @throws ConfigError if its options name no docs, or a folder outside of them.
 */
export function placeOf(
  { docsPluginId = SITE_DOCS.id, outputDir }: ApiConfig,
  id: string,
  all: readonly Docs[],
): Place {
  const docs = all.find((one) => one.id === docsPluginId);
  if (!docs) {
    const ids = all.map((one) => one.id);
    const near = nearest(docsPluginId, ids);
    const fix =
      ids.length === 0
        ? 'Add @docusaurus/plugin-content-docs to the site.'
        : near !== undefined
          ? `Did you mean "${near}"?`
          : `Set docsPluginId to one of ${ids.map((one) => `"${one}"`).join(', ')}.`;
    throw new ConfigError(
      `The API "${id}": the site has no docs plugin with the id "${docsPluginId}". ${fix}`,
    );
  }
  if (outputDir === undefined) return defaultPlace(apiOfKey(id), docs);
  const folder = joined(outputDir.replaceAll(path.sep, '/'));
  const own = docsOfFolder(folder, docs);
  if (own) return { docs: own, outputDir: folder };
  const other = all.find((one) => docsOfFolder(folder, one));
  const fix = other
    ? `Set docsPluginId to "${other.id}", whose folder is "${other.path}".`
    : `Write "${joined(docs.path, path.posix.basename(folder))}", for example.`;
  throw new ConfigError(
    `The API "${id}": outputDir "${outputDir}" is not in the folder of the docs plugin "${docs.id}", "${docs.path}". ${fix}`,
  );
}

/** @throws ConfigError if two APIs have the same folder: their sidebars would be one file. */
export function checkPlaces(apis: readonly { readonly id: string; readonly place: Place }[]): void {
  const first = new Map<string, string>();
  for (const { id, place } of apis) {
    const other = first.get(place.outputDir);
    if (other !== undefined)
      throw new ConfigError(
        `The APIs "${other}" and "${id}" have the same outputDir, "${place.outputDir}". Give each one a folder of its own.`,
      );
    first.set(place.outputDir, id);
  }
}

/** @throws ConfigError if a page has the address of another API, or of a version: that of its folder. */
export function checkPageAddresses(
  apis: readonly {
    readonly api: { readonly id: string; readonly place: Place; readonly infoPath?: string };
    readonly subjects: ReadonlyMap<string, string>;
  }[],
): void {
  const folders = new Map(
    apis
      .filter(({ api }) => api.infoPath === undefined)
      .map(({ api }) => [api.place.outputDir, api.id]),
  );
  for (const { api, subjects } of apis)
    for (const [file, subject] of subjects) {
      const { folder = '', page = '', kind } = partsOfFile(file) ?? {};
      const other = kind === 'info' ? undefined : folders.get(joined(folder, page));
      if (other !== undefined)
        throw new ConfigError(
          `The API "${api.id}": the page of ${subject} has the same address as "${other}", "${page}". Give "${other}" another outputDir.`,
        );
    }
}
