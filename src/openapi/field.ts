import type { Keywords, ObjectKind, ValueKind } from './keywords.ts';

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

/** What the keywords of a kind of object contain, by keyword. */
export function fieldsIn(keywords: Keywords): ReadonlyMap<string, Field> {
  return new Map(
    Object.entries(keywords).flatMap(([holds, text]) =>
      text.split(' ').map((one) => {
        const [keyword = '', versions = ''] = one.split('@');
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
  );
}
