import { markdownToText } from '../../model/description/markdown.ts';
import type { Document } from '../../openapi/types.ts';
import { titleOf } from '../title.ts';
import { casingOf } from './casing.ts';
import { PathNouns, type Segment } from './path-nouns.ts';
import { Phrases } from './phrase.ts';
import {
  ACTION_VERBS,
  ACTIONS,
  type Action,
  METHODS,
  PARTICLES,
  PREPOSITIONS,
  RELATIONS,
  VERBS,
} from './words.ts';

/** What titles are made of. */
export interface TitledOperation {
  readonly kind: 'operation' | 'webhook';
  /** Lowercase. */
  readonly method: string;
  /** Of a webhook, its name. */
  readonly path: string;
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
}

/** Where a title is from: see `operationTitles`. */
export type TitleRule = 'summary' | 'description' | 'id' | 'resource' | 'action' | 'path';

export interface OperationTitle {
  readonly title: string;
  readonly rule: TitleRule;
}

const MAX_LENGTH = 70;

/**
 * Names of operations for people, in order. The first of these that there is:
 *
 * - `summary`: the summary;
 * - `description`: the first sentence of the description, if it is short and begins with a verb, and no other operation
 *   has it;
 * - `id`: an operationId that begins with a verb, as words: `listUserGroups` is "List user groups";
 * - `resource`: what it does to the resource of its path: `core_users_destroy` is "Delete a user";
 * - `action`: what its path or operationId ends with: `/core/users/{id}/impersonate/` is "Impersonate a user";
 * - `id`: any other operationId, or the name of a webhook, as words;
 * - `path`: method and path.
 */
export function operationTitles(
  operations: readonly TitledOperation[],
  phrases: Phrases,
): OperationTitle[] {
  const leads = leadsOf(operations);
  const counts = countsOf(leads);
  const paths = pathsOf(operations);
  const drafts = operations.map((operation, at) => {
    const given = titleOf([operation.summary], '');
    if (given !== '' && !isName(given, operation)) return said(given, 'summary');
    const lead = leads[at] ?? '';
    if (counts.get(lead) === 1 && isTitle(lead)) return said(lead, 'description');
    return new Maker(operation, phrases, paths).make();
  });
  return distinct(drafts);
}

/** Words as a document writes them. */
export function phrasesOf(document: Document, operations: readonly TitledOperation[]): Phrases {
  return new Phrases(casingOf(document, leadsOf(operations)));
}

function leadsOf(operations: readonly TitledOperation[]): string[] {
  return operations.map(({ description = '' }) => leadOf(description));
}

/** A title that can become longer, if another operation has the same. */
interface Draft {
  readonly rule: TitleRule;
  /** Shortest first. */
  readonly titles: readonly string[];
}

function said(title: string, rule: TitleRule): Draft {
  return { rule, titles: [title] };
}

/** Takes longer titles where several operations have the same one. */
function distinct(drafts: readonly Draft[]): OperationTitle[] {
  const counts = countsOf(drafts.map(({ titles }) => titles[0] ?? ''));
  return drafts.map(({ rule, titles }) => {
    const [shortest = '', longer = shortest] = titles;
    return { rule, title: counts.get(shortest) === 1 ? shortest : longer };
  });
}

function countsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** A summary that is only the name of the operation in code. */
function isName(summary: string, { operationId }: TitledOperation): boolean {
  const [, verb = ''] = /^(\p{Ll}+)(?:_|\p{Lu})[\p{L}\d_]*$/u.exec(summary) ?? [];
  return summary === operationId ? !/\s/.test(summary) : VERBS.has(verb);
}

/** The first sentence, without its full stop. */
function leadOf(description: string): string {
  if (description === '') return '';
  const [sentence = ''] = titleOf([markdownToText(description)], '').split(/(?<=[.!?])\s/, 1);
  return sentence.replace(/\.$/, '');
}

/** Whether a sentence can be a title: it is short, and begins with a verb. */
function isTitle(lead: string): boolean {
  if (lead.length > MAX_LENGTH || /[!?:;](?:\s|$)|\.\.\.$|…$/.test(lead)) return false;
  const [first = '', second] = lead.toLowerCase().split(/\s+/, 2);
  return second !== undefined && VERBS.has(first);
}

/** What the other paths of a document say about one. */
interface Paths {
  /** Paths with PATCH: there, PUT replaces. */
  readonly patched: ReadonlySet<string>;
  /** Paths of which a parameter is the next segment. */
  readonly collections: ReadonlySet<string>;
}

function pathsOf(operations: readonly TitledOperation[]): Paths {
  const above = ({ path }: TitledOperation) => /^(.*?)\/\{[^/]*\/?$/.exec(path)?.[1] ?? [];
  return {
    patched: new Set(operations.flatMap(({ path, method }) => (method === 'patch' ? path : []))),
    collections: new Set(operations.flatMap(above)),
  };
}

class Maker {
  readonly #operation: TitledOperation;
  readonly #phrases: Phrases;
  readonly #paths: Paths;

  constructor(operation: TitledOperation, phrases: Phrases, paths: Paths) {
    this.#operation = operation;
    this.#phrases = phrases;
    this.#paths = paths;
  }

  make(): Draft {
    const { kind, method, path, operationId = '', summary = '' } = this.#operation;
    const name = summary.trim() || operationId;
    const words = this.#phrases.split(name);
    if (kind === 'webhook') return said(this.#sentence(this.#phrases.split(name || path)), 'id');
    const [first = ''] = words;
    const [action, isBulk] = this.#actionOf(words);
    if (!action && VERBS.has(first) && words.slice(1).some((word) => /\p{L}/u.test(word)))
      return said(this.#sentence(words), 'id');
    const isNumbered = words.length === 2 && VERBS.has(first) && !/\p{L}/u.test(words[1] ?? '');
    const made = name === '' || action || isNumbered ? this.#fromPath(action, isBulk) : undefined;
    if (made) return made;
    const last = words.at(-1) ?? '';
    if (words.length > 1 && VERBS.has(last) && !action)
      return said(this.#sentence([last, ...words.slice(0, -1)]), 'action');
    if (words.length > 0) return said(this.#sentence(words), 'id');
    return said(`${method.toUpperCase()} ${path}`, 'path');
  }

  #sentence(words: readonly string[]): string {
    return sentence(this.#phrases.write(words));
  }

  /** The action that an operationId ends with, and whether it is about several things at once. */
  #actionOf(words: readonly string[]): [action: Action | undefined, isBulk: boolean] {
    const isBulk = words.includes('bulk');
    for (const length of [2, 1]) {
      if (words.length <= length) continue;
      const action = ACTIONS.get(words.slice(-length).join(' '));
      if (action) return [action, isBulk];
    }
    return [undefined, isBulk];
  }

  #fromPath(action: Action | undefined, isBulk: boolean): Draft | undefined {
    const { path, method } = this.#operation;
    const nouns = new PathNouns(path, this.#phrases);
    const at = nouns.segments.length - 1;
    const last = nouns.segments[at];
    const known = METHODS.get(method);
    if (!last || !known) return undefined;
    const before = nouns.segments[at - 1];
    const relation = RELATIONS.get(last.words.join(' '));
    if (before && relation) {
      const { words, above } = nouns.at(at - 1);
      const titles = [words, [...above, ...words]].map(
        (thing) => `${relation} ${this.#oneOrAll(before, thing)}`,
      );
      return { rule: 'resource', titles };
    }
    const isCollection =
      this.#phrases.isPlural(last.words) || this.#paths.collections.has(path.replace(/\/$/, ''));
    // `/users/{id}/impersonate` and `/users/import`, but not `/stages/user_login`, which is a kind of stage.
    const own = action === 'list' || last.isItem || isCollection;
    if (before && !own) {
      const done = this.#done(last, nouns, action);
      if (done) return done;
    }
    const what = this.#fitting(action ?? (last.isItem ? known.one : known.all));
    if (!action && !isCollection && !last.isItem) return undefined;
    const noun = nouns.at(at);
    const verb = ACTION_VERBS[what];
    const isMany = what === 'list' || isBulk;
    const isSingleton = !last.isItem && !isMany && what !== 'create';
    const thing = (words: readonly string[]): string => {
      if (isSingleton) return `the ${this.#phrases.write(words)}`;
      return isMany ? this.#phrases.plural(words) : this.#phrases.one(words);
    };
    const words = isSingleton ? last.words : noun.words;
    const parent = noun.parent ? ` of ${this.#phrases.one(noun.parent)}` : '';
    const start = isBulk ? `${verb} several` : verb;
    const title = (words: readonly string[]): string =>
      sentence(`${start} ${thing(words)}${parent}`);
    return { rule: 'resource', titles: [title(words), title([...noun.above, ...words])] };
  }

  /** An action at the end of a path: on one thing, or on all of them. */
  #done(last: Segment, nouns: PathNouns, action: Action | undefined): Draft | undefined {
    const [verb = '', ...rest] = last.words;
    const above = nouns.segments.length - 2;
    const thing = nouns.segments[above];
    if (!thing || last.isTail || !VERBS.has(verb)) return this.#part(last, nouns, action);
    if (!thing.isItem && !nouns.hasPluralAbove(above + 1)) return undefined;
    const noun = nouns.at(above);
    const on = (words: readonly string[]) => this.#oneOrAll(thing, words);
    const written = this.#phrases.write(rest);
    const isPhrasal = rest.length === 1 && PARTICLES.has(written);
    const make = (words: readonly string[]): string =>
      rest.length === 0 || isPhrasal
        ? `${[verb, ...rest].join(' ')} ${on(words)}`
        : `${verb} ${this.#phrases.isPlural(rest) ? '' : 'the '}${written} ${PREPOSITIONS.get(verb) ?? 'of'} ${on(words)}`;
    return {
      rule: 'action',
      titles: [sentence(make(noun.words)), sentence(make([...noun.above, ...noun.words]))],
    };
  }

  /** Something that a thing has one of: `/users/{id}/settings`, `/users/me`. */
  #part(last: Segment, nouns: PathNouns, action: Action | undefined): Draft | undefined {
    const above = nouns.segments.length - 2;
    const thing = nouns.segments[above];
    const { method } = this.#operation;
    if (!thing || (!thing.isItem && !this.#phrases.isPlural(thing.words))) return undefined;
    // `/stages/user_login`: a kind of stage.
    if (!thing.isItem && action !== undefined && action !== 'get') return undefined;
    if (!thing.isItem && last.isItem) return undefined;
    const noun = nouns.at(above);
    const what = action ?? (method === 'post' ? 'create' : (METHODS.get(method)?.one ?? 'get'));
    const verb = ACTION_VERBS[this.#fitting(what)];
    const owner = (words: readonly string[]) => this.#oneOrAll(thing, words);
    const isReader = last.words.join(' ') === 'me';
    const make = (words: readonly string[]): string =>
      isReader
        ? `${verb} the current ${this.#phrases.write(this.#phrases.singular(words))}`
        : `${verb} the ${this.#phrases.write(last.words)} of ${owner(words)}`;
    return {
      rule: 'resource',
      titles: [sentence(make(noun.words)), sentence(make([...noun.above, ...noun.words]))],
    };
  }

  /** PUT is an update where nothing else is. */
  #fitting(action: Action): Action {
    const { path } = this.#operation;
    return action === 'replace' && !this.#paths.patched.has(path) ? 'update' : action;
  }

  /** One thing if a segment is followed by a parameter, else all of them. */
  #oneOrAll({ isItem }: Segment, words: readonly string[]): string {
    return isItem ? this.#phrases.one(words) : this.#phrases.plural(words);
  }
}

function sentence(text: string): string {
  // A name keeps its letters: iOS.
  return /^\p{Ll}+\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
