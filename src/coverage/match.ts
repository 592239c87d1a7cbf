import type { Document } from '../openapi/types.ts';
import { DocumentView } from './document-view.ts';
import { type Site, SiteError } from './site.ts';
import { subjectOf, subjectsOf } from './subject.ts';

/** Kinds of pages that list others. */
const LISTS: ReadonlySet<string> = new Set(['tag', 'schemaList', 'changelog', 'release']);

/**
 * The API of a site that was built from a document.
 *
 * @param id Id of the API; empty if it was derived from the document's title.
 * @param shown The site's folder, for messages.
 * @throws SiteError if the site was built from another document, or has no such API.
 */
export function matchSite(
  sites: readonly Site[],
  document: Document,
  { id, shown }: { readonly id: string; readonly shown: string },
): Site {
  const title = String(document.info?.title);
  const version = String(document.info?.version);
  const titled = sites.filter((site) => site.title === title);
  const ids = new Set(sites.map((site) => site.id));
  const named =
    id !== '' ? sites.filter((site) => site.id === id) : ids.size === 1 ? sites : titled;
  // Versions of the docs may have other versions of the document.
  const site = named.find((site) => site.title === title && site.version === version) ?? named[0];
  const fix = 'Build it again, or pass its folder with --site.';
  if (!site) {
    const all = Array.from(ids, (name) => `"${name}"`).join(', ');
    const wanted = id === '' ? `"${title}"` : `with the id "${id}"`;
    throw new SiteError(`The site in ${shown} has no API ${wanted}; it has ${all}. ${fix}`);
  }
  const from = `The site in ${shown} was built from another document`;
  if (site.title !== title || site.version !== version)
    throw new SiteError(
      `${from}: "${site.title}" ${site.version}, not "${title}" ${version}. ${fix}`,
    );
  const subjects = subjectsOf(new DocumentView(document));
  const stray = site.pages.find(
    (page) => !LISTS.has(page.info.kind) && !subjects.has(subjectOf(page)),
  );
  if (stray)
    throw new SiteError(
      `${from}, or from this one before it was changed: the page ${stray.address} ("${stray.info.title}") matches nothing in the document. ${fix}`,
    );
  return site;
}
