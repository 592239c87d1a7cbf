import { append } from '../json/append.ts';
import { cached } from '../json/cached.ts';
import type { Found } from './collect.ts';
import {
  type Entry,
  FILES,
  type Identity,
  KINDS,
  type Place,
  type Shard,
  textsOf,
  type Vocabulary,
} from './entry.ts';
import { ENGLISH, languageOf } from './language.ts';
import { wordsOf } from './name.ts';
import { packPlaces } from './places.ts';
import { stemOf } from './stem.ts';

const STOPS = languageOf(ENGLISH).stops;
/** More words than a title has. */
const ABOUT = 100;

/** Entries per file: about 3 KB over the wire. */
const BLOCK = 60;
/** Places per file. */
const PLACES = 400;

/**
 * The files of an index, by name. A query needs the vocabulary and a few blocks, however many names there
 * are: entries are in the shard of each of their words, best first, in blocks of limited size. Pure: the same
 * entries give the same bytes.
 *
 * @param synonyms What readers say, and what it means in the document.
 */
export function indexFiles(
  found: readonly Found[],
  synonyms: Vocabulary['synonyms'] = {},
): Map<string, string> {
  const files = new Map<string, string>();
  const entries = withPlaces(found, files);
  const shards: Shard[] = [];
  for (const { words, members } of shardsOf(entries)) {
    const sorted = members.toSorted(byUse);
    const blocks = Math.ceil(sorted.length / BLOCK);
    for (let block = 0; block < blocks; block++) {
      const part = sorted.slice(block * BLOCK, (block + 1) * BLOCK);
      files.set(FILES.block(shards.length, block), JSON.stringify(part.map(({ entry }) => entry)));
    }
    shards.push({ blocks, words });
  }
  const areGuides = found.every(({ kind }) => kind === 'guide' || kind === 'heading');
  const titled = found.flatMap(({ kind, name, title }) =>
    kind === 'tag' && title !== undefined ? [[name, title]] : [],
  );
  const vocabulary: Vocabulary = {
    synonyms,
    ...(areGuides && { areGuides }),
    ...(titled.length > 0 && { tags: Object.fromEntries(titled) }),
    shards,
  };
  files.set(FILES.vocabulary, JSON.stringify(vocabulary));
  return files;
}

/** Writes the places of entries with several, and keeps the best one in each entry. */
function withPlaces(found: readonly Found[], files: Map<string, string>): Entry[] {
  const written: { entry: Identity; places: readonly Place[] }[][] = [[]];
  let room = PLACES;
  const entries = found.map(({ places, ...entry }): Entry => {
    const [best = { at: '' }] = places;
    if (places.length < 2) return { ...entry, best };
    // The places of an entry start in a file with room for all, or in one of their own.
    if (places.length > room) {
      written.push([]);
      room = PLACES;
    }
    const first = written.length - 1;
    for (let from = 0; from < places.length; from += PLACES) {
      if (from > 0) written.push([]);
      const part = places.slice(from, from + PLACES);
      written.at(-1)?.push({ entry, places: part });
      room = (from > 0 ? PLACES : room) - part.length;
    }
    const last = written.length - 1;
    const range: Entry['files'] = last > first ? [first, last] : [first];
    return { ...entry, best, places: places.length, files: range };
  });
  for (const [index, file] of written.entries())
    files.set(FILES.places(index), JSON.stringify(packPlaces(file)));
  return entries;
}

/** An entry with its sort keys. */
interface Member {
  readonly entry: Entry;
  /** How many words the title of an operation has besides its verb, or the name of anything else. */
  readonly length: number;
}

interface Group {
  readonly words: (string | number)[];
  readonly members: Member[];
}

/**
 * Words in alphabetical order, as many together as fill a block; a frequent word has its own. Singular and plural are
 * together: a query for one also finds the other.
 */
function shardsOf(entries: readonly Entry[]): Group[] {
  const byStem = new Map<string, Map<string, Member[]>>();
  for (const entry of entries) {
    const length = lengthOf(entry);
    const add = (texts: readonly string[], member: Member): void => {
      for (const word of new Set(texts.flatMap(wordsOf)))
        append(
          cached(byStem, stemOf(word), () => new Map<string, Member[]>()),
          word,
          member,
        );
    };
    const names = textsOf(entry);
    add(names, { entry, length });
    // What is only said of an operation comes after what is called so.
    const known = new Set(names.flatMap(wordsOf).map(stemOf));
    const said = wordsOf(entry.about ?? '').filter((word) => !known.has(stemOf(word)));
    add(said, { entry, length: length + ABOUT });
  }
  const groups: (Group & { readonly known: Set<Entry> })[] = [];
  // By code units, not by locale: the same on every machine.
  for (const stem of [...byStem.keys()].sort()) {
    const words = [...(byStem.get(stem) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    const members = new Set(words.flatMap(([, list]) => list));
    let group = groups.at(-1);
    const isFull = (group?.known.size ?? BLOCK) + members.size > BLOCK;
    if (!group || isFull) {
      group = { words: [], members: [], known: new Set() };
      groups.push(group);
    }
    for (const [word, list] of words) group.words.push(word, list.length);
    for (const member of members) {
      if (group.known.has(member.entry)) continue;
      group.known.add(member.entry);
      group.members.push(member);
    }
  }
  return groups;
}

function lengthOf({ kind, name, title = name }: Entry): number {
  const words = wordsOf(title).filter((word) => !STOPS.has(word));
  return words.length - (kind === 'operation' ? 1 : 0);
}

/** Short names first, since a word covers more of them; then by kind and usage. */
function byUse(a: Member, b: Member): number {
  return (
    a.length - b.length ||
    KINDS.indexOf(a.entry.kind) - KINDS.indexOf(b.entry.kind) ||
    (b.entry.places ?? 1) - (a.entry.places ?? 1) ||
    (a.entry.path?.length ?? 0) - (b.entry.path?.length ?? 0)
  );
}
