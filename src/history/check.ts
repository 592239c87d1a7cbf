import { DIRECTIONS, OPPOSITES } from '../changes/change.ts';
import { asArray, asObject, isObject, own } from '../json/guards.ts';
import { parseJson } from '../json/text.ts';
import {
  FORMAT,
  type FormerPage,
  type PackedGroup,
  type StoredChanges,
  type StoredVersion,
  unpackedChanges,
} from './stored.ts';

/** A stored file that cannot be used: which, what is wrong, and what helps. */
export class HistoryError extends Error {
  constructor(file: string, what: string, fix: string) {
    super(`${file}: ${what} ${fix}`);
  }
}

const AGAIN = 'Remove the file, and compare the versions again.';

/** What a value of a file must be. */
type Check = (value: unknown) => boolean;

const TEXT: Check = (value) => typeof value === 'string' && value !== '';
const ANY_TEXT: Check = (value) => typeof value === 'string';
const OBJECT: Check = isObject;
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const NUMBER: Check = (value) => typeof value === 'number';

/** Parts of addresses and names of files: nothing that leads out of a folder. */
const VERSION = /^[\p{L}\p{N}][\p{L}\p{N}._+-]*$/u;
const PAGE = /^(?:schemas\/)?[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;
const DATE = /^\d{4}-\d\d-\d\d$/;
const KINDS = ['operation', 'webhook', 'schema', 'tag'];

/** Whether something may be the name of a version. */
export function isVersion(value: unknown): boolean {
  return typeof value === 'string' && VERSION.test(value) && !value.includes('..');
}

const CHANGE: Readonly<Record<string, Check>> = {
  kind: (value) =>
    typeof value === 'string' && Object.hasOwn(OPPOSITES, value.slice(value.lastIndexOf('-') + 1)),
  name: optional(ANY_TEXT),
  place: optional((value) => isObject(value) && Object.values(value).every(ANY_TEXT)),
  at: optional(ANY_TEXT),
  before: optional(isSide),
  after: optional(isSide),
  traits: optional((value) => Array.isArray(value) && value.every(TEXT)),
  likeness: optional(NUMBER),
};

const GROUP: Readonly<Record<string, Check>> = {
  component: optional(TEXT),
  operations: optional(
    (value) =>
      isObject(value) &&
      Object.entries(value).every(
        ([key, ranges]) => DIRECTIONS.some((one) => one === key) && ANY_TEXT(ranges),
      ),
  ),
};

const FORMER: Readonly<Record<string, Check>> = {
  id: (value) => typeof value === 'string' && PAGE.test(value),
  kind: (value) => KINDS.some((kind) => kind === value),
  title: TEXT,
  key: TEXT,
  now: optional(TEXT),
  note: optional(ANY_TEXT),
};

function isSide(value: unknown): boolean {
  return isObject(value) && optional(ANY_TEXT)(value.pointer);
}

/**
 * Reads a file with the changes of a version. It may have been edited by anyone.
 *
 * @param file Its name for messages.
 * @throws HistoryError for anything that is not as written by us.
 */
export function parseStored(text: string, file: string): StoredChanges {
  const stored = parsed(text, file);
  if (stored.format !== FORMAT)
    throw new HistoryError(
      file,
      `"format" is ${JSON.stringify(stored.format)}, and this version reads ${FORMAT}.`,
      AGAIN,
    );
  checkFields(stored, { from: isVersion, to: isVersion }, file, '');
  const keys = listOf(stored, 'operations', file);
  const wrong = keys.findIndex((key) => !TEXT(key));
  if (wrong >= 0) throw new HistoryError(file, `"operations[${wrong}]" is not a text.`, AGAIN);
  const groups = listOf(stored, 'groups', file);
  for (const [at, group] of groups.entries()) {
    const place = `groups[${at}]`;
    checkFields(group, GROUP, file, place);
    for (const [number, change] of listOf(group, 'changes', file).entries())
      checkFields(change, CHANGE, file, `${place}.changes[${number}]`);
  }
  const pages = listOf(stored, 'pages', file);
  for (const [at, page] of pages.entries()) checkFields(page, FORMER, file, `pages[${at}]`);
  return {
    from: String(stored.from),
    to: String(stored.to),
    changes: unpackedChanges({
      operations: keys as readonly string[],
      groups: groups as readonly PackedGroup[],
    }),
    pages: pages as readonly FormerPage[],
  };
}

/**
 * Reads the list of versions, the newest first.
 *
 * @throws HistoryError.
 */
export function parseVersions(text: string, file: string): readonly StoredVersion[] {
  const versions = listOf(parsed(text, file), 'versions', file);
  const seen = new Set<string>();
  for (const [at, one] of versions.entries()) {
    const place = `versions[${at}]`;
    checkFields(one, { version: isVersion, date: optional(isDate) }, file, place);
    const version = String(own(one, 'version')).toLowerCase();
    if (seen.has(version))
      throw new HistoryError(file, `"${place}" is there twice.`, 'Keep one of them.');
    seen.add(version);
  }
  return versions as readonly StoredVersion[];
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && DATE.test(value) && !Number.isNaN(Date.parse(value));
}

function parsed(text: string, file: string): { readonly [key: string]: unknown } {
  try {
    return asObject(parseJson(text));
  } catch (error) {
    throw new HistoryError(file, `This is not JSON: ${(error as Error).message}.`, AGAIN);
  }
}

function listOf(holder: unknown, key: string, file: string): readonly unknown[] {
  const list = own(holder, key);
  if (!Array.isArray(list)) throw new HistoryError(file, `"${key}" is not a list.`, AGAIN);
  return asArray(list);
}

function checkFields(
  value: unknown,
  checks: Readonly<Record<string, Check>>,
  file: string,
  place: string,
): void {
  if (!OBJECT(value)) throw new HistoryError(file, `"${place}" is not an object.`, AGAIN);
  for (const [key, check] of Object.entries(checks)) {
    if (check(own(value, key))) continue;
    const name = place === '' ? key : `${place}.${key}`;
    throw new HistoryError(
      file,
      `"${name}" has a value that it cannot have: ${JSON.stringify(own(value, key)) ?? 'none'}.`,
      AGAIN,
    );
  }
}
