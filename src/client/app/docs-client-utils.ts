import type {
  ActiveDocContext,
  DocVersionSuggestions,
  GlobalDoc,
  GlobalPluginData,
  GlobalVersion,
} from '@docusaurus/plugin-content-docs/client';
import {
  getActiveVersion,
  getLatestVersion,
  getActiveDocContext as search,
} from 'docs-client-utils-original';
import { append } from '../../json/append.ts';
import { cached } from '../../json/cached.ts';
import { routesFor } from './routes.ts';

/**
 * Replaces the docs plugin's `docsClientUtils` in static rendering: for each page, several of its parts ask which
 * page of the docs it is, and the plugin then tries the path of all pages.
 */
export { getActivePlugin } from 'docs-client-utils-original';
export { getActiveVersion, getLatestVersion };

interface DocRoute {
  readonly path: string;
  readonly exact: true;
  readonly doc: GlobalDoc;
}

type Docs = GlobalVersion['docs'];

const routes = new WeakMap<Docs, readonly DocRoute[]>();
const ids = new WeakMap<Docs, ReadonlyMap<string, Docs>>();

/** The plugin's own answer, which it only searches in the pages that can be part of it. */
export function getActiveDocContext(data: GlobalPluginData, pathname: string): ActiveDocContext {
  const active = getActiveVersion(data, pathname);
  const candidates = active ? docsFor(active.docs, pathname) : [];
  const wanted = new Set(candidates.map(({ id }) => id));
  const versions = data.versions.map((version) => {
    const index = cached(ids, version.docs, () => indexOf(version.docs));
    const same = [...wanted].flatMap((id) => index.get(id) ?? []);
    return { ...version, docs: version === active ? candidates : same };
  });
  const found = search({ ...data, versions }, pathname);
  return active ? { ...found, activeVersion: active } : found;
}

/** As the plugin's own, with the function above. */
export function getDocVersionSuggestions(
  data: GlobalPluginData,
  pathname: string,
): DocVersionSuggestions {
  const latest = getLatestVersion(data);
  const suggested = getActiveDocContext(data, pathname).alternateDocVersions[latest.name];
  return {
    latestVersionSuggestion: latest,
    ...(suggested && { latestDocSuggestion: suggested }),
  };
}

/** The pages of a version that can be at a path. */
function docsFor(docs: Docs, pathname: string): Docs {
  const all = cached(routes, docs, () =>
    docs.map((doc): DocRoute => ({ path: doc.path, exact: true, doc })),
  );
  return routesFor(all, pathname).map(({ doc }) => doc);
}

function indexOf(docs: Docs): ReadonlyMap<string, Docs> {
  const index = new Map<string, Docs>();
  for (const doc of docs) append(index, doc.id, doc);
  return index;
}
