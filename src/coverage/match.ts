import type { Document } from '../openapi/types.ts';
import { DocumentView } from './document-view.ts';
import { type Site, SiteError } from './site.ts';
import { subjectOf, subjectsOf } from './subject.ts';

/**
 * The API of a site that was built from a document.
 *
 * @param id Id of the API; empty if it was derived from the document's title.
 * @param shown The site's folder, for messages.
 * @throws SiteError if the site was built from another document, or has no such API.
 */
export function matchSite(
  sites: ReadonlyMap<string, Site>,
  document: Document,
  { id, shown }: { readonly id: string; readonly shown: string },
): Site {
  const title = String(document.info?.title);
  const version = String(document.info?.version);
  const titled = [...sites.values()].filter((site) => site.title === title);
  const [only] = sites.size === 1 ? sites.values() : titled;
  const site = id === '' ? only : sites.get(id);
  const fix = 'Build it again with npm run build, or pass its folder with --site.';
  if (!site) {
    const ids = [...sites.keys()].map((name) => `"${name}"`).join(', ');
    const wanted = id === '' ? `"${title}"` : `with the id "${id}"`;
    throw new SiteError(`The site in ${shown} has no API ${wanted}; it has ${ids}. ${fix}`);
  }
  const from = `The site in ${shown} was built from another document`;
  if (site.title !== title || site.version !== version)
    throw new SiteError(
      `${from}: "${site.title}" ${site.version}, not "${title}" ${version}. ${fix}`,
    );
  const subjects = subjectsOf(new DocumentView(document));
  const stray = site.pages.find(
    (page) => page.info.kind !== 'tag' && !subjects.has(subjectOf(page)),
  );
  if (stray)
    throw new SiteError(
      `${from}, or from this one before it was changed: the page ${stray.address} ("${stray.info.title}") matches nothing in the document. ${fix}`,
    );
  return site;
}
