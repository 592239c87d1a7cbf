import { append } from '../json/append.ts';
import { KEYWORDS, type ObjectKind, type ValueKind } from './keywords.ts';

type Version = '2.0' | '3.0' | '3.1' | '3.2';

/** What a keyword of a kind of object contains. */
export interface Field<Kind = ObjectKind | ValueKind> {
  readonly kind: Kind;
  readonly shape: 'one' | 'list' | 'map';
  /** The first version that has it, if not all do. */
  readonly since?: Version;
  /** The last version that has it. */
  readonly until?: Version;
}

const SHAPES = { '': 'one', '[]': 'list', '{}': 'map' } as const;

export const OBJECT_KINDS = Object.keys(KEYWORDS) as readonly ObjectKind[];

const FIELDS: ReadonlyMap<string, ReadonlyMap<string, Field>> = new Map(
  OBJECT_KINDS.map((kind) => [
    kind,
    new Map(
      Object.entries(KEYWORDS[kind]).flatMap(([holds, keywords]) =>
        keywords.split(' ').map((text) => {
          const [keyword = '', versions = ''] = text.split('@');
          const version = versions.slice(0, -1) as Version;
          const field: Field = {
            kind: holds.replace(/\W+$/, '') as Field['kind'],
            shape: SHAPES[holds.replace(/^\w+/, '') as keyof typeof SHAPES],
            ...(versions.endsWith('+') && { since: version }),
            ...(versions.endsWith('-') && { until: version }),
          };
          return [keyword, field] as const;
        }),
      ),
    ),
  ]),
);

/** What a keyword of an object contains; undefined for extensions and unknown keywords. */
export function fieldOf(kind: ObjectKind, key: string): Field | undefined {
  return find(FIELDS.get(kind), key);
}

function find<F>(fields: ReadonlyMap<string, F> | undefined, key: string): F | undefined {
  return fields?.get(key) ?? (key.startsWith('x-') ? undefined : fields?.get('*'));
}

/** The keywords of an object in any version. */
export function fieldsOf(kind: ObjectKind): readonly (readonly [keyword: string, field: Field])[] {
  return [...(FIELDS.get(kind) ?? [])];
}

/** Keywords that OpenAPI 3 removed. */
export function onlyInTwo(kind: ObjectKind): string[] {
  return fieldsOf(kind).flatMap(([keyword, { until }]) => (until === '2.0' ? [keyword] : []));
}

function isObjectKind(kind: ObjectKind | ValueKind): kind is ObjectKind {
  return FIELDS.has(kind);
}

/** The field, if it contains objects and is still in the standard. */
export function heldBy(kind: ObjectKind, key: string): Field<ObjectKind> | undefined {
  const field = fieldOf(kind, key);
  return field && !field.until && isObjectKind(field.kind)
    ? { ...field, kind: field.kind }
    : undefined;
}

/** Objects that may refer to others, or that contain such: walks need not enter any other. */
const REFERRING: ReadonlySet<ObjectKind | ValueKind> = (() => {
  const found = new Set<ObjectKind | ValueKind>(['ref']);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const kind of OBJECT_KINDS)
      if (fieldsOf(kind).some(([, field]) => found.has(field.kind))) found.add(kind);
  }
  return found;
})();

export const WALKED = OBJECT_KINDS.filter((kind) => REFERRING.has(kind));

const WALKED_FIELDS: ReadonlyMap<string, ReadonlyMap<string, Field<ObjectKind>>> = new Map(
  WALKED.map((kind) => [
    kind,
    new Map(
      fieldsOf(kind).flatMap(([keyword, { kind: held, shape, until }]) =>
        until === '2.0' || !isObjectKind(held) || !REFERRING.has(held)
          ? []
          : [[keyword, { kind: held === 'header' ? 'parameter' : held, shape }]],
      ),
    ),
  ]),
);

/**
 * The field, if it contains objects that a walk over OpenAPI 3 enters. A header is visited as a parameter.
 */
export function walkedField(kind: ObjectKind, key: string): Field<ObjectKind> | undefined {
  return find(WALKED_FIELDS.get(kind), key);
}

/** Maps in which `x-` marks an extension; in all others the author chooses names freely. */
const EXTENSIBLE: ReadonlySet<string> = new Set(['document paths', 'operation responses']);

/** Whether a name in a map was not chosen by the author: an extension, or an ignored `$ref`. */
export function isExtension(kind: ObjectKind, key: string, name: string): boolean {
  return (name.startsWith('x-') || name === '$ref') && EXTENSIBLE.has(`${kind} ${key}`);
}

/** Keywords with their contents in all kinds of objects, for readers that do not know the kind. */
const ANYWHERE = new Map<string, Field[]>();
for (const kind of OBJECT_KINDS)
  for (const [keyword, field] of fieldsOf(kind)) append(ANYWHERE, keyword, field);

/** Whether the keys of a keyword's value are names that the author chose, in some object. */
export function isMap(key: string): boolean {
  return ANYWHERE.get(key)?.some(({ shape }) => shape === 'map') ?? false;
}

/** Whether a keyword's value is data, in any object: a list under `examples` is, a map is not. */
export function isData(key: string, value: unknown): boolean {
  const shape = Array.isArray(value) ? 'list' : 'map';
  const fields = ANYWHERE.get(key)?.filter(
    (field) => field.shape === shape || field.shape === 'one',
  );
  if (!fields?.some(({ kind }) => kind === 'data')) return false;
  return fields.every(({ kind }) => kind === 'data' || kind === 'plain');
}
