import type { JsonObject } from '../../json/guards.ts';
import { isNumber } from '../../json/number.ts';
import { typesOf } from './merge.ts';

type IntegerFormat = 'int32' | 'int64';

/** The smallest and the largest value of each format (OpenAPI Format Registry). */
const RANGES: Readonly<Record<IntegerFormat, readonly [minimum: string, maximum: string]>> = {
  int32: ['-2147483648', '2147483647'],
  int64: ['-9223372036854775808', '9223372036854775807'],
};

/**
 * The format that says what the limits of an integer say: its own, or the one that frameworks leave out when
 * they write down the range of a column.
 */
export function integerFormat(schema: JsonObject): IntegerFormat | undefined {
  const { format, minimum, maximum } = schema;
  if (!typesOf(schema.type).includes('integer')) return undefined;
  if (format === 'int32' || format === 'int64') return format;
  if (format !== undefined || !isNumber(minimum) || !isNumber(maximum)) return undefined;
  const formats = Object.keys(RANGES) as IntegerFormat[];
  return formats.find(
    (name) => String(maximum) === RANGES[name][1] && Number(minimum) >= Number(RANGES[name][0]),
  );
}

/** Whether a limit only repeats the format. */
export function isRangeOfFormat(
  value: unknown,
  keyword: 'minimum' | 'maximum',
  schema: JsonObject,
) {
  const format = integerFormat(schema);
  return format !== undefined && String(value) === RANGES[format][keyword === 'minimum' ? 0 : 1];
}
