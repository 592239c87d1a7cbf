import type { Change, ChangeKind, Direction, Trait } from '../change.ts';
import type { Level } from '../judged.ts';

/** What a rule may require of a change: a trait, something that follows from its place and values, or the date. */
export type Condition = Trait | Fact | 'before-sunset';

export type Fact = keyof typeof FACTS;

/** What follows from a change, besides its traits. */
export const FACTS = {
  'in-parameter': ({ place }) => place.parameter !== undefined,
  'path-parameter': ({ place }) => place.parameter?.startsWith('path ') ?? false,
  /** A date that is before the one of the earlier document. */
  'earlier-date': ({ before, after }) =>
    Date.parse(String(after?.value)) < Date.parse(String(before?.value)),
  /** A text for people, of an object that is compared as one. */
  'only-text': ({ name = '' }) => ['description', 'summary', 'title'].includes(name),
} satisfies Readonly<Record<string, (change: Change) => boolean>>;

/** What a kind of change means in one direction. */
export interface Rule {
  /** In kebab case: the direction, the kind, and the condition. */
  readonly id: string;
  readonly kind: ChangeKind;
  readonly direction: Direction;
  /** Applies only if all of these are true. Of the rules of a kind and direction, the first one that applies counts. */
  readonly when: readonly Condition[];
  /** The default level, which the options of an API can change. */
  readonly level: Level;
  /** What to do about it; none if nothing has to be done. */
  readonly fix?: string;
}

/** A level, or levels under conditions that are tried in order, the last one without any. */
export type Levels = Level | readonly (Level | readonly [condition: string, level: Level])[];

/** The levels of a kind: `any` for all directions. */
export type Row = Readonly<Partial<Record<Direction | 'any', Levels>>>;

/** Rows by kind; a line may name several kinds. */
export type Rows = Readonly<Record<string, Row>>;

/** Values that were allowed no longer are: what clients send may be refused. */
export const NARROWING: Row = { request: 'breaking', response: 'info' };

/** Values are allowed that were not: clients may receive what they do not expect. */
export const WIDENING: Row = { request: 'info', response: 'breaking' };

/** Nothing that clients send or receive is another. */
export const SILENT: Row = { any: 'info' };
