import { append } from '../json/append.ts';
import type { Found } from './collect.ts';
import {
  type Entry,
  FILES,
  type Identity,
  KINDS,
  type Place,
  type Shard,
  textsOf,
} from './entry.ts';
import { wordsOf } from './name.ts';
import { packPlaces } from './places.ts';

/** Entries per file: about 5 KB over the wire. */
const BLOCK = 120;
/** Places per file. */
const PLACES = 400;

/**
 * The files of an index, by name. A query needs the vocabulary and a few blocks, however many names there
 * are: entries are in the shard of each of their words, best first, in blocks of limited size. Pure: the same
 * entries give the same bytes.
 */
export function indexFiles(found: readonly Found[]): Map<string, string> {
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
  files.set(FILES.vocabulary, JSON.stringify({ shards }));
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
  readonly words: readonly string[];
}

interface Group {
  readonly words: (string | number)[];
  readonly members: Member[];
}

/** Words in alphabetical order, as many together as fill a block; a frequent word has its own. */
function shardsOf(entries: readonly Entry[]): Group[] {
  const byWord = new Map<string, Member[]>();
  for (const entry of entries) {
    const words = [...new Set(textsOf(entry).flatMap(wordsOf))];
    for (const word of words) append(byWord, word, { entry, words });
  }
  const groups: (Group & { readonly known: Set<Entry> })[] = [];
  // By code units, not by locale: the same on every machine.
  for (const word of [...byWord.keys()].sort()) {
    const members = byWord.get(word) ?? [];
    let group = groups.at(-1);
    const isFull = (group?.known.size ?? BLOCK) + members.length > BLOCK;
    if (!group || isFull) {
      group = { words: [], members: [], known: new Set() };
      groups.push(group);
    }
    group.words.push(word, members.length);
    for (const member of members) {
      if (group.known.has(member.entry)) continue;
      group.known.add(member.entry);
      group.members.push(member);
    }
  }
  return groups;
}

/** Short names first, since a word covers more of them; then by kind and usage. */
function byUse(a: Member, b: Member): number {
  return (
    a.words.length - b.words.length ||
    KINDS.indexOf(a.entry.kind) - KINDS.indexOf(b.entry.kind) ||
    (b.entry.places ?? 1) - (a.entry.places ?? 1)
  );
}
