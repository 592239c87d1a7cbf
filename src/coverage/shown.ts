import { inline, isObject } from '../json/guards.ts';
import { jsonText } from '../json/text.ts';
import { textWords } from '../openapi/name-words.ts';
import type { Fact } from './fact.ts';
import { holdsMarkdown, holdsName, holdsWord } from './holds.ts';
import { fold, solid } from './html-text.ts';
import type { Form } from './keyword.ts';
import type { Place, Text } from './place.ts';

type Shows = (place: Place, fact: Fact) => boolean;

/** Only letters and digits: `user_not-found` matches `User not found`. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function isLabelled(text: Text, labels: readonly string[], value: string): boolean {
  const line = fold(value).toLowerCase();
  return labels.some(
    (label) =>
      holdsWord(text.lower, `${label} ${line}`) ||
      holdsWord(text.lower, `${label}: ${line}`) ||
      (line.length > 20 && text.solid.toLowerCase().includes(solid(`${label}${line}`))),
  );
}

function hasLabel(text: Text, labels: readonly string[]): boolean {
  return labels.some((label) => holdsWord(text.lower, label));
}

/** Marks of a parameter or property as a whole are on the line with its name. */
const OF_HEAD = new Set(['required', 'deprecated', 'read-only', 'write-only']);

function isMarked(place: Place, { kind, labels = [] }: Fact): boolean {
  const text = place.name !== undefined && OF_HEAD.has(kind) ? place.head : place.text;
  return hasLabel(text, labels);
}

/** The forms of a string in JSON, XML and URLs. */
function writtenForms(value: string): string[] {
  const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const encoded = encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd'));
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    escaped,
    encoded,
    encoded.replaceAll('%20', '+'),
  ];
}

/** Whether each name and value within a value is in a text, in whatever notation. */
function holdsParts(text: Text, value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => holdsParts(text, item));
  if (isObject(value))
    return Object.entries(value).every(
      ([name, member]) => holdsPart(text, name) && holdsParts(text, member),
    );
  return value === null || value === '' || holdsPart(text, String(value));
}

function holdsPart(text: Text, value: string): boolean {
  return writtenForms(value).some((form) => holdsName(text, form) || holdsLong(text, form));
}

function holdsLong(text: Text, value: string): boolean {
  return value.length > 8 && text.solid.includes(solid(value));
}

function showsValue({ text }: Place, { value, labels }: Fact): boolean {
  if (labels && !isObject(value) && !Array.isArray(value))
    return isLabelled(text, labels, inline(value)) || isLabelled(text, labels, jsonText(value));
  if (labels && !hasLabel(text, labels)) return false;
  if (holdsName(text, inline(value))) return true;
  if (text.solid.includes(solid(jsonText(value)))) return true;
  return holdsParts(text, value);
}

/** A link to a URL, or the URL itself. */
function showsLink({ text, links }: Place, { value }: Fact): boolean {
  const address = String(value);
  if (links.has(address) || holdsName(text, address)) return true;
  return [...links].some((link) => sameAddress(link, address));
}

function sameAddress(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).href === new URL(b).href;
}

/** The words for a type; a list of properties or a map also shows that it is an object. */
function showsType({ text, hasEntries }: Place, { value, or = [] }: Fact): boolean {
  if ([String(value), ...or].some((word) => holdsName(text, word))) return true;
  return value === 'object' && (hasEntries || holdsWord(text.lower, 'map of'));
}

const SHOWS: Readonly<Record<Form, Shows>> = {
  word: ({ text }, { value, or = [] }) =>
    [inline(value), ...or].some((word) => holdsName(text, word)),
  name: ({ text }, { value, or = [] }) =>
    [inline(value), ...or].some(
      (word) => holdsName(text, word) || bare(text.solid).includes(bare(word)),
    ),
  markdown: ({ text }, { value }) => holdsMarkdown(text, String(value)),
  link: showsLink,
  page: ({ paths }, { value }) => paths.has(String(value)),
  label: ({ text }, { value, labels = [], or = [] }) =>
    isLabelled(text, labels, inline(value)) || or.some((word) => holdsName(text, word)),
  mark: isMarked,
  never: ({ text }, { labels = [] }) => hasLabel(text, labels),
  value: showsValue,
  type: showsType,
  title: ({ text, name = '' }, { value }) =>
    holdsName(text, inline(value)) ||
    bare(name) === bare(inline(value)) ||
    textWords(inline(value)).every((word) => textWords(name).includes(word)),
};

/**
 * Whether a place shows a fact. Facts are searched for as text, so a short one may match something else;
 * therefore places are small, and numbers are searched for after their labels.
 */
export function isShown(place: Place, fact: Fact): boolean {
  return SHOWS[fact.form](place, fact);
}
