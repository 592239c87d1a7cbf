import { append } from '../json/append.ts';
import { type Field, fieldsIn } from './field.ts';
import { KEYWORDS, type ObjectKind, type ValueKind } from './keywords.ts';
import { SCHEMA_FIELDS } from './schema-fields.ts';

export type { Field };

export const OBJECT_KINDS = Object.keys(KEYWORDS) as readonly ObjectKind[];

const FIELDS: ReadonlyMap<string, ReadonlyMap<string, Field>> = new Map(
  OBJECT_KINDS.map((kind) => [kind, kind === 'schema' ? SCHEMA_FIELDS : fieldsIn(KEYWORDS[kind])]),
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
