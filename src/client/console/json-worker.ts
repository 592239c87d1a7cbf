import { MOST_FOUND } from './find-in.ts';
import { type Part, type Parts, partsFrom, pathTo, wholePart } from './json-index.ts';

/** A place where a searched text was found. */
export interface Found {
  /** How many there are. */
  readonly count: number;
  /** Of the wanted one, if there is any. */
  readonly path?: readonly string[];
  /** What is around it. */
  readonly around?: readonly [before: string, found: string, after: string];
}

/** What the worker is asked, and what it answers to each. */
export interface Questions {
  /** Reads a body; undefined if it is not JSON. */
  open: { readonly ask: Blob; readonly answer: Part | undefined };
  parts: { readonly ask: number; readonly answer: Parts };
  find: {
    readonly ask: { readonly words: string; readonly wanted: number };
    readonly answer: Found;
  };
}

export interface Question<Kind extends keyof Questions = keyof Questions> {
  readonly id: number;
  readonly kind: Kind;
  readonly ask: Questions[Kind]['ask'];
}

/** Parts that are shown at once. */
const AT_ONCE = 100;
/** Characters around a place that are shown. */
const AROUND = 40;

let text = '';
/** Places of the last search. */
let last: { readonly words: string; readonly places: readonly number[] } | undefined;

const ANSWERS: {
  readonly [Kind in keyof Questions]: (
    ask: Questions[Kind]['ask'],
  ) => Questions[Kind]['answer'] | Promise<Questions[Kind]['answer']>;
} = {
  open: async (body) => {
    text = await body.text();
    return wholePart(text);
  },
  parts: (from) => partsFrom(text, from, AT_ONCE),
  find: ({ words, wanted }) => {
    if (last?.words !== words) last = { words, places: placesOf(words) };
    const place = last.places[wanted];
    if (place === undefined) return { count: last.places.length };
    const end = place + words.length;
    return {
      count: last.places.length,
      path: pathTo(text, place),
      around: [
        text.slice(Math.max(place - AROUND, 0), place),
        text.slice(place, end),
        text.slice(end, end + AROUND),
      ],
    };
  },
};

/** Upper and lower case are the same, and no more places are counted than in `find-in.ts`. */
function placesOf(words: string): number[] {
  const places: number[] = [];
  if (words === '') return places;
  const pattern = new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu');
  for (const { index } of text.matchAll(pattern)) {
    places.push(index);
    if (places.length === MOST_FOUND) break;
  }
  return places;
}

async function reply({ id, kind, ask }: Question): Promise<void> {
  const answer = await (ANSWERS[kind] as (ask: unknown) => unknown)(ask);
  self.postMessage({ id, answer });
}

// What rejects a promise would not reach the page.
self.onmessage = ({ data }: MessageEvent<Question>) => void reply(data).catch(reportError);
