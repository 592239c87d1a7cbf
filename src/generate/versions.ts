import { joined } from '../address/address.ts';
import { apiKey } from '../address/docs.ts';
import { defined } from '../json/guards.ts';
import type { ApiConfig, ApiEntry, ApiVersion } from './config.ts';

/**
 * The entries of a site's APIs: one for each document, versions after the current one of their API. Entries that are
 * already of this form stay as they are.
 */
export function entriesOf(apis: readonly ApiEntry[]): readonly ApiEntry[] {
  return apis.flatMap(({ version, versions = [], ...api }) => {
    if (versions.length === 0) return [api];
    const current = { of: api.id, position: 0, ...defined({ name: version }) };
    return [
      { ...api, versioned: current },
      ...versions.map((older, at) => versionEntry(api, older, at + 1)),
    ];
  });
}

/** A version has the options of its API, except for what belongs to the document and its place. */
function versionEntry(
  api: Omit<ApiConfig, 'version' | 'versions'>,
  { version, label: name = version, outputDir, ...own }: ApiVersion,
  position: number,
): ApiEntry {
  const { main: _main, overlays: _overlays, downloadUrl: _url, history: _history, ...shared } = api;
  const folder = outputDir ?? (api.outputDir && joined(api.outputDir, version));
  return {
    ...shared,
    ...own,
    id: apiKey({ api: api.id, version }),
    versioned: { of: api.id, name, position },
    ...defined({ outputDir: folder }),
  };
}
