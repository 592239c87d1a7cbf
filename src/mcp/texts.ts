import { pagePath } from '../address/address.ts';
import type { Release } from '../slices/history.ts';
import type { PageLink, Usage } from '../slices/slice.ts';
import type { Found, Placed } from './built-site.ts';

/** Texts of the tools' results: lines of Markdown, each with the page to read next. */

/** A result of the search: `operation: Create a user, POST /core/users/ (page ...): what it does`. */
export function foundLine({ entry, path }: Found): string {
  const { kind, name, title, method, path: route, about, best, places = 1, deprecated } = entry;
  const isOperation = kind === 'operation';
  const what = [
    ...(isOperation && route ? [title, `${method} ${route}`] : [name, title !== name && title]),
    deprecated && 'deprecated',
    !isOperation && best.on && `of ${best.on}`,
    places > 1 && `in ${places} places`,
  ];
  return line(kind, what, path, about);
}

/** An operation in a list. */
export function operationLine(base: string, link: PageLink): string {
  const { id, title, method, path, deprecated, description } = link;
  return line(
    '',
    [title, `${method} ${path}`, deprecated && 'deprecated'],
    pagePath({ base }, id),
    description,
  );
}

/** An operation that uses a schema. */
export function usageLine(base: string, usage: Usage): string {
  const parts = [usage.request && 'request', usage.response && 'response'].filter(Boolean);
  return `${operationLine(base, { ...usage, description: undefined })} in its ${parts.join(' and ')}`;
}

/** A place of a name. */
export function placeLine({ place: { on, in: part, path: parents, type }, path }: Placed): string {
  return line('', [on, part, parents, type], path);
}

/** A version in a changelog: `2026.8.3, 21 breaking, 230 added, compared with 2026.5.6 (page ...)`. */
export function releaseLine(base: string, release: Release): string {
  const { version, date, previous, page, counts } = release;
  const numbers = Object.entries(counts).map(([group, count]) => `${count} ${group}`);
  return line(
    '',
    [version, date, ...numbers, `compared with ${previous}`],
    pagePath({ base }, page),
  );
}

/** A schema that refers to another one. */
export function schemaLine(base: string, { id, title }: PageLink): string {
  return line('schema', [title], pagePath({ base }, id));
}

function line(
  kind: string,
  what: readonly (string | false | undefined)[],
  page: string,
  about?: string,
): string {
  const text = what.filter(Boolean).join(', ');
  return `- ${kind && `${kind}: `}${text} (page \`${page}\`)${about ? `: ${about}` : ''}`;
}

/** A part of a list, and what to ask for to get the rest. */
export function limited(lines: readonly string[], limit: number, rest: string): string {
  if (lines.length <= limit) return lines.join('\n');
  return [...lines.slice(0, limit), `${lines.length - limit} more. ${rest}`].join('\n');
}

/** A part of a long text, and how to get the next one. */
export function part(text: string, offset: number, size: number): string {
  const shown = text.slice(offset, offset + size);
  const next = offset + shown.length;
  if (next >= text.length) return shown;
  return `${shown}\n\n(Characters ${offset} to ${next} of ${text.length}. Ask again with offset ${next}.)`;
}
