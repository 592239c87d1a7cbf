import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from 'js-yaml-5';
import { cached } from '../json/cached.ts';
import { MAX_DEPTH } from './plain.ts';
import { TextTree } from './text-tree.ts';

/** The values of a YAML text, each with an index. */
export interface YamlText {
  readonly tree: TextTree;
  /** The names of members and the numbers of items. Keys that are values themselves have none. */
  readonly names: readonly (string | undefined)[];
  /** The texts of scalars, without quotes. */
  readonly texts: readonly (string | undefined)[];
  /** From aliases to what they refer to. */
  readonly targets: ReadonlyMap<number, number | undefined>;
}

/**
 * The values of a YAML text, from the events of the parser, which take a small part of the memory and time that nodes of
 * the other YAML library do. For text with mistakes, a single value at its start.
 */
export function yamlText(text: string): YamlText {
  return new Reader(text, eventsOf(text));
}

function eventsOf(text: string): readonly Event[] {
  try {
    return parseEvents(text, { maxDepth: MAX_DEPTH + 10 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return [];
  }
}

type ValueEvent = AliasEvent | MappingEvent | ScalarEvent | SequenceEvent;

/** The beginning of a literal or folded text at the end of a line. */
const HEADER = /[|>][-+\d]*[ \t]*(?:[ \t]#.*)?\n?$/;
/** What is between the end of a value and the hyphen of the next item. */
const HYPHEN = /(?:\s|(?<=\s)#.*|[\]},:?])*-[ \t]*/y;

/** Keys that are not strings, as they are named in JSON. */
const KEYS = new Map([
  ['', 'null'],
  ['~', 'null'],
  ['Null', 'null'],
  ['NULL', 'null'],
  ['True', 'true'],
  ['TRUE', 'true'],
  ['False', 'false'],
  ['FALSE', 'false'],
]);

class Reader implements YamlText {
  readonly tree = new TextTree();
  readonly names: (string | undefined)[] = [];
  readonly texts: (string | undefined)[] = [];
  readonly targets = new Map<number, number | undefined>();
  readonly #text: string;
  readonly #events: Iterator<Event, undefined>;
  /** The end of what was read. */
  #end = 0;
  /** The last value with each anchor so far. */
  readonly #anchors = new Map<string, number>();
  /** Names and texts, most of which occur many times. */
  readonly #strings = new Map<string, string>();

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events.values();
    // The first event begins the document.
    this.#next();
    this.#value(this.#next());
  }

  /** Undefined at the end of an object or list, and of all. */
  #next(): ValueEvent | undefined {
    const event = this.#events.next().value;
    return event && 'anchorStart' in event ? event : undefined;
  }

  /** @param key The offset of its name, if it has one. */
  #value(event: ValueEvent | undefined, name?: string, key?: number): void {
    const start = event ? this.#startOf(event) : this.#end;
    const at = this.tree.open(start, key);
    this.names.push(name);
    this.texts.push(event && this.#scalar(event));
    const anchor = event && this.#anchorOf(event);
    if (event?.type === EVENT_ID.ALIAS) this.targets.set(at, this.#anchors.get(`${anchor}`));
    else if (anchor !== undefined) this.#anchors.set(anchor, at);
    if (event) this.#end = endOf(event, start);
    if (event?.type === EVENT_ID.MAPPING) this.#members();
    if (event?.type === EVENT_ID.SEQUENCE) this.#items();
    this.tree.close(at, this.#end);
  }

  #items(): void {
    let index = 0;
    for (let event = this.#next(); event; event = this.#next(), index += 1) {
      if (isNothing(event)) this.#end = this.#afterHyphen();
      this.#value(event, `${index}`);
    }
  }

  #members(): void {
    for (let key = this.#next(); key; key = this.#next()) {
      if (key.type !== EVENT_ID.SCALAR || key.anchorStart >= 0) this.#value(key);
      if (key.type === EVENT_ID.SCALAR) {
        const start = this.#startOf(key);
        this.#end = endOf(key, start);
        this.#value(this.#next(), this.#nameOf(key), start);
      } else this.#value(this.#next());
    }
  }

  #nameOf(key: ScalarEvent): string {
    const text = this.#once(getScalarValue(this.#text, key));
    return (key.style === SCALAR_STYLE.PLAIN && KEYS.get(text)) || text;
  }

  #scalar(event: ValueEvent): string | undefined {
    if (event.type !== EVENT_ID.SCALAR) return undefined;
    return this.#once(getScalarValue(this.#text, event));
  }

  #anchorOf({ anchorStart, anchorEnd }: ValueEvent): string | undefined {
    return anchorStart < 0 ? undefined : this.#text.slice(anchorStart, anchorEnd);
  }

  #startOf(event: ValueEvent): number {
    if (event.type === EVENT_ID.ALIAS) return event.anchorStart - '*'.length;
    if (event.type !== EVENT_ID.SCALAR) return event.start;
    if (isNothing(event)) return Math.max(event.anchorEnd, event.tagEnd, this.#end);
    const { style, valueStart } = event;
    if (isQuoted(style)) return valueStart - 1;
    return style === SCALAR_STYLE.PLAIN ? valueStart : this.#headerBefore(valueStart);
  }

  /** The start of a literal or folded text, whose first line starts at an offset. */
  #headerBefore(offset: number): number {
    const from = Math.max(this.#end, this.#text.lastIndexOf('\n', offset - 2) + 1);
    const at = this.#text.slice(from, offset).search(HEADER);
    return at < 0 ? offset : from + at;
  }

  #afterHyphen(): number {
    HYPHEN.lastIndex = this.#end;
    return HYPHEN.test(this.#text) ? HYPHEN.lastIndex : this.#end;
  }

  #once(text: string): string {
    return cached(this.#strings, text, () => text);
  }
}

/** Whether nothing is written but perhaps an anchor or a tag. */
function isNothing(event: ValueEvent): boolean {
  return event.type === EVENT_ID.SCALAR && event.valueStart < 0;
}

function isQuoted(style: ScalarEvent['style']): boolean {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
}

/** The end of a value, or for objects and lists that of what is before the first value in it. */
function endOf(event: ValueEvent, start: number): number {
  if (event.type === EVENT_ID.ALIAS) return event.anchorEnd;
  if (event.type !== EVENT_ID.SCALAR || isNothing(event)) return start;
  return isQuoted(event.style) ? event.valueEnd + 1 : event.valueEnd;
}
