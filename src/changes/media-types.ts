import { asArray, entriesOf, isObject } from '../json/guards.ts';
import type { Action } from './change.ts';
import { type Comparison, compareObjects, type Here, part } from './comparison.ts';
import { compareLeaves, compareNamed } from './leaves.ts';
import { compareSchemas } from './schema.ts';
import { type Located, member, type Whole } from './view.ts';

interface MediaType {
  readonly at: Located;
  readonly name: string;
  /** Type and subtype in lower case. */
  readonly essence: string;
}

/** Compares the media types of a body, by their names without case and order of parameters (RFC 9110 section 8.3.1). */
export function compareContent(
  comparison: Comparison,
  here: Here,
  before: Located,
  after: Located,
): void {
  const [old, now] = [mediaTypesOf(before), mediaTypesOf(after)];
  const removed = [...old].filter(([key]) => !now.has(key)).map(([, one]) => one);
  const added = [...now].filter(([key]) => !old.has(key)).map(([, one]) => one);
  for (const [key, one] of old) {
    const other = now.get(key);
    if (other) compareOne(comparison, here, one, other);
  }
  for (const one of [...removed]) {
    const found = added
      .map((other) => ({ other, action: nameAction(one.essence, other.essence) }))
      .find(({ action }) => action !== undefined);
    if (!found?.action) continue;
    removed.splice(removed.indexOf(one), 1);
    added.splice(added.indexOf(found.other), 1);
    comparison.add(part(here, { mediaType: found.other.name }), `media-type-${found.action}`, {
      name: found.other.name,
      before: { value: one.name, path: one.at.path },
      after: { value: found.other.name, path: found.other.at.path },
    });
    compareOne(comparison, here, one, found.other);
  }
  for (const { name, at } of removed)
    comparison.add(here, 'media-type-removed', { name, before: { ...at, value: undefined } });
  for (const { name, at } of added)
    comparison.add(here, 'media-type-added', { name, after: { ...at, value: undefined } });
}

function mediaTypesOf(content: Located): Map<string, MediaType> {
  return new Map(
    entriesOf(content.value).map(([name, value]) => {
      const [essence = '', ...parameters] = name
        .toLowerCase()
        .split(';')
        .map((text) => text.trim());
      const key = [essence, ...parameters.filter(Boolean).sort()].join(';');
      return [key, { at: { value, path: [...content.path, name] }, name, essence }];
    }),
  );
}

/** What happened to a name: other parameters, or a range that contains the other name. */
function nameAction(before: string, after: string): Action | undefined {
  if (before === after) return 'changed';
  if (isInRange(before, after)) return 'widened';
  return isInRange(after, before) ? 'narrowed' : undefined;
}

/** Ranges as in `Accept` (RFC 9110 section 12.5.1), and suffixes: `application/x+json` is JSON. */
function isInRange(name: string, range: string): boolean {
  if (range === '*/*') return true;
  if (range.endsWith('/*')) return name.startsWith(range.slice(0, -1));
  const [type, subtype = ''] = range.split('/');
  return !subtype.includes('+') && name.startsWith(`${type}/`) && name.endsWith(`+${subtype}`);
}

function compareOne(comparison: Comparison, here: Here, before: MediaType, after: MediaType): void {
  const at = part(here, { mediaType: after.name });
  compareObjects(
    comparison,
    at,
    'mediaType',
    { before: before.at, after: after.at },
    compareMediaTypes,
  );
}

function compareMediaTypes(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  compareLeaves(comparison, here, 'mediaType', before, after);
  for (const keyword of ['schema', 'itemSchema']) {
    const [one, other] = [member(before, keyword), member(after, keyword)];
    const at = keyword === 'itemSchema' ? part(here, { property: '[]' }) : here;
    compareBodySchemas(comparison, at, one, other);
  }
  compareNamed(member(before, 'encoding'), member(after, 'encoding'), {
    both: (name, one, other) => {
      const inEncoding = part(here, { property: name });
      const [left, right] = [
        comparison.before.whole(one, false),
        comparison.after.whole(other, false),
      ];
      compareLeaves(comparison, inEncoding, 'encoding', left, right, { as: 'encoding' });
      compareHeaders(comparison, inEncoding, member(left, 'headers'), member(right, 'headers'));
    },
    only: (name, action, one) =>
      comparison.add(here, `encoding-${action}`, {
        name,
        [action === 'added' ? 'after' : 'before']: one,
      }),
  });
}

/** Compares schemas of bodies, parameters and headers, which may also be absent. */
function compareBodySchemas(
  comparison: Comparison,
  here: Here,
  before: Located,
  after: Located,
): void {
  if (before.value !== undefined && after.value !== undefined)
    compareSchemas(comparison, here, { before, after });
  else if (before.value !== undefined)
    comparison.add(here, 'body-schema-removed', { before: { ...before, value: undefined } });
  else if (after.value !== undefined)
    comparison.add(here, 'body-schema-added', { after: { ...after, value: undefined } });
}

/** Compares headers, whose names have no case (RFC 9110 section 5.1). */
export function compareHeaders(
  comparison: Comparison,
  here: Here,
  before: Located,
  after: Located,
): void {
  const byName = ({ value, path }: Located): Map<string, Located & { name: string }> =>
    new Map(
      entriesOf(value).map(([name, one]) => [
        name.toLowerCase(),
        { name, value: one, path: [...path, name] },
      ]),
    );
  const [old, now] = [byName(before), byName(after)];
  for (const [key, one] of old) {
    const other = now.get(key);
    if (other) {
      const at = part(here, { header: other.name });
      compareObjects(comparison, at, 'header', { before: one, after: other }, compareHeader);
    } else {
      const { required } = comparison.before.whole(one, false).value;
      comparison.add(part(here, { header: one.name }), 'header-removed', {
        name: one.name,
        before: { ...one, value: undefined },
        ...(required === true && { traits: ['required'] }),
      });
    }
  }
  for (const [key, one] of now) {
    if (old.has(key)) continue;
    const { required } = comparison.after.whole(one, false).value;
    comparison.add(part(here, { header: one.name }), 'header-added', {
      name: one.name,
      after: { ...one, value: undefined },
      ...(required === true && { traits: ['required'] }),
    });
  }
}

function compareHeader(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  compareLeaves(comparison, here, 'header', before, after);
  compareValueOf(comparison, here, before, after);
  const [one, other] = [member(before, 'explode'), member(after, 'explode')];
  if ((one.value === true) !== (other.value === true))
    comparison.add(here, 'explode-changed', { before: one, after: other });
}

/** The schema of a parameter or header, which may also be that of its only media type. */
export function compareValueOf(
  comparison: Comparison,
  here: Here,
  before: Whole,
  after: Whole,
): void {
  const [old, now] = [member(before, 'content'), member(after, 'content')];
  if (isObject(old.value) || isObject(now.value)) {
    if (isObject(old.value) !== isObject(now.value))
      comparison.add(here, 'serialization-changed', { before: old, after: now });
    else compareContent(comparison, here, old, now);
    return;
  }
  compareBodySchemas(comparison, here, member(before, 'schema'), member(after, 'schema'));
}

/** Servers by their address, of a document, a path or an operation. */
export function compareServers(
  comparison: Comparison,
  here: Here,
  before: Located,
  after: Located,
): void {
  const byUrl = ({ value, path }: Located): Map<string, Located> =>
    new Map(
      asArray(value).flatMap((one, at) =>
        isObject(one) && typeof one.url === 'string'
          ? [[one.url, { value: one, path: [...path, String(at)] }]]
          : [],
      ),
    );
  const [old, now] = [byUrl(before), byUrl(after)];
  for (const [name, one] of old) {
    const other = now.get(name);
    if (!other) {
      comparison.add(here, 'server-removed', { name, before: one });
      continue;
    }
    const [left, right] = [
      comparison.before.whole(one, false),
      comparison.after.whole(other, false),
    ];
    compareLeaves(comparison, here, 'server', left, right, { as: 'server' });
    compareNamed(member(left, 'variables'), member(right, 'variables'), {
      both: (_, was, is) =>
        compareLeaves(
          comparison,
          here,
          'serverVariable',
          comparison.before.whole(was, false),
          comparison.after.whole(is, false),
          { as: 'server-variable' },
        ),
      only: (variable, action, found) =>
        comparison.add(here, `server-variable-${action}`, {
          name: variable,
          [action === 'added' ? 'after' : 'before']: found,
        }),
    });
  }
  for (const [name, one] of now)
    if (!old.has(name)) comparison.add(here, 'server-added', { name, after: one });
}
