import path from 'node:path';
import { type Moves, pageName, pagePath, standInOf } from '../address/address.ts';
import { comparable } from '../slices/distinct-ids.ts';
import { identityOf, type Plan } from '../slices/plan.ts';
import { readIfThere } from './files.ts';
import { json } from './json.ts';
import { LAYOUT } from './layout.ts';

const NONE: Moves = { ids: new Map(), moved: new Map() };

/** Ids become file paths, so a damaged file must not lead to others. */
const PAGE_NAME = /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u;

/** The addresses of the last run; none if there was none, or its file cannot be read. */
export async function lastAddresses(root: string, api: string): Promise<Moves> {
  const text = await readIfThere(path.join(root, fileOf(api)));
  try {
    const { ids, moved } = JSON.parse(text ?? '');
    return {
      ids: textsOf(ids, (_identity, id) => PAGE_NAME.test(pageName(id))),
      moved: textsOf(moved, (id) => PAGE_NAME.test(pageName(id))),
    };
  } catch {
    return NONE;
  }
}

function textsOf(
  object: object,
  isGood: (key: string, value: string) => boolean,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(object).filter(
      ([key, value]) => typeof value === 'string' && isGood(key, value),
    ),
  );
}

/** The addresses after a run: a subject that still exists, but at another address, has moved. */
export function nextAddresses(last: Moves, { pages }: Plan): Moves {
  const shown = pages.filter(({ kind }) => kind !== 'info');
  const ids = new Map(shown.map((page) => [identityOf(page), page.id]));
  const taken = new Set(shown.map(({ id }) => comparable(id)));
  const before = [...last.moved, ...Array.from(last.ids, ([identity, id]) => [id, identity])];
  const moved = before
    .map(([id = '', identity = '']) => [id, identity] as const)
    .filter(([id, identity]) => ids.has(identity) && !taken.has(comparable(id)));
  return { ids, moved: new Map(moved) };
}

/** The file that the next run reads, and for each former address a page that redirects to the new one. */
export function addressFiles(api: string, moves: Moves): ReadonlyMap<string, string> {
  const { ids, moved } = moves;
  const files = new Map([
    [fileOf(api), json({ ids: Object.fromEntries(ids), moved: Object.fromEntries(moved) })],
  ]);
  const folder = `${LAYOUT.static}/${pagePath({ api })}`;
  for (const from of moved.keys()) {
    const to = path.posix.relative(from, standInOf(from, moves) ?? '');
    const script = path.posix.relative(from, SCRIPT);
    files.set(`${folder}/${from}/index.html`, redirect(`${encodeURI(to)}/`, script));
  }
  if (moved.size > 0) files.set(`${folder}/${SCRIPT}`, FOLLOW);
  return files;
}

function fileOf(api: string): string {
  return `${LAYOUT.addresses}/${api}.json`;
}

/** In the folder of an API, beside its pages. A policy may forbid inline scripts. */
const SCRIPT = 'moved.js';

/** Redirects to the new address with the anchor of the old one, which `http-equiv` would lose. */
const FOLLOW = "location.replace(document.querySelector('a').href + location.hash);\n";

/** Static hosts have no common way to redirect, so a page does it. An id has no characters to escape. */
function redirect(to: string, script: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved</title>
<meta name="robots" content="noindex">
<noscript><meta http-equiv="refresh" content="0; url=${to}"></noscript>
<link rel="canonical" href="${to}">
</head>
<body>
<p><a href="${to}">This page has moved.</a></p>
<script src="${script}"></script>
</body>
</html>
`;
}
