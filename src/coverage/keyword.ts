/** The kinds of facts that are counted, in the order of reports. */
export const FACT_KINDS = [
  'page',
  'title',
  'version',
  'summary',
  'description',
  'terms of service',
  'contact',
  'license',
  'external documentation',
  'server',
  'server variable',
  'tag',
  'method and path',
  'operation id',
  'webhook',
  'security',
  'scope',
  'security scheme',
  'parameter',
  'parameter location',
  'serialization',
  'media type',
  'encoding',
  'response status',
  'header',
  'link',
  'callback',
  'example',
  'type',
  'format',
  'property',
  'required',
  'constraint',
  'enum value',
  'enum description',
  'constant',
  'default',
  'discriminator',
  'deprecated',
  'read-only',
  'write-only',
  'code sample',
  'content',
  'reference',
  'XML',
  'extension',
] as const;

export type FactKind = (typeof FACT_KINDS)[number];

/**
 * How a page shows a value:
 *
 * - `word`: as is; `name`: as is, or made readable
 * - `markdown`: its text, block by block
 * - `link`: as the target of a link, or as is
 * - `page`: as a link to that path of the site
 * - `label`: after one of `labels`
 * - `mark`: if it is `true`, by one of `labels`
 * - `never`: if it is `false`, by one of `labels`
 * - `value`: any JSON value, after one of `labels` if it is short
 * - `type`: the type of a schema
 * - `title`: as is, unless all of its words are in the name of the property
 */
export type Form =
  | 'word'
  | 'name'
  | 'markdown'
  | 'link'
  | 'page'
  | 'label'
  | 'mark'
  | 'never'
  | 'value'
  | 'type'
  | 'title';

/** The meaning of a field of an object. */
export interface Keyword {
  /** A fact for readers: of this kind, shown in this form. */
  readonly fact?: {
    readonly kind: FactKind;
    readonly form: Form;
    /** English words in lowercase, one of which a page shows before the value or in its place. */
    readonly labels?: readonly string[];
    /** A list or map: each item, name, value, or name and value is a fact, not the whole. */
    readonly each?: 'item' | 'key' | 'value' | 'entry';
  };
  /** The names in its map are facts of this kind. */
  readonly named?: FactKind;
  /** Why a page need not show it. */
  readonly none?: string;
}

export type Keywords = Readonly<Record<string, Keyword>>;

type FactOptions = Omit<NonNullable<Keyword['fact']>, 'kind' | 'form'>;

/** A keyword that is a fact. */
export function fact(kind: FactKind, form: Form, options: FactOptions = {}): Keyword {
  return { fact: { kind, form, ...options } };
}

/** A keyword that is a fact if its value comes after one of these words. */
export function labelled(kind: FactKind, ...labels: string[]): Keyword {
  return fact(kind, 'label', { labels });
}

/** A keyword that is a fact if it is `true`, shown by one of these words. */
export function mark(kind: FactKind, ...labels: string[]): Keyword {
  return fact(kind, 'mark', { labels });
}

/** A keyword that holds a map whose names are facts. */
export function names(kind: FactKind): Keyword {
  return { named: kind };
}

/** A keyword that is not a fact, and why. */
export function none(why: string): Keyword {
  return { none: why };
}
