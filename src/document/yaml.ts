import {
  binaryTag,
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  floatCoreTag,
  intCoreTag,
  loadAll,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  omapTag,
  pairsTag,
  setTag,
  YAMLException,
} from 'js-yaml-5';
import { noteKey } from '../json/key-order.ts';
import { ExactNumber, numberOf } from '../json/number.ts';

/** Numbers that JSON writes differently, with their spelling: keys keep the spelling. */
const written = new WeakMap<ExactNumber, string>();

const DECIMAL = /^([-+]?)(\d*)(?:\.(\d*))?([eE][-+]?\d+)?$/;
/** With the tag `!!int` also `0b11`, and with a sign. */
const OTHER_BASE = /^([-+]?)(0[box][\da-fA-F]+)$/;

/** A number of YAML 1.2 (core schema, section 10.3.2) in JSON syntax: `+.5` becomes 0.5, `0x1F` 31. */
function jsonNumber(source: string): string | undefined {
  const [, baseSign, other] = OTHER_BASE.exec(source) ?? [];
  if (other !== undefined) return `${baseSign === '-' ? '-' : ''}${BigInt(other)}`;
  const [, sign, digits = '', fraction = '', exponent = ''] = DECIMAL.exec(source) ?? [];
  if (sign === undefined || digits + fraction === '') return undefined;
  const whole = digits.replace(/^0+(?=\d)/, '') || '0';
  return `${sign === '-' ? '-' : ''}${whole}${fraction && `.${fraction}`}${exponent}`;
}

function numberFrom(source: string): unknown {
  const text = jsonNumber(source);
  if (text === undefined) return NOT_RESOLVED;
  if (text === source) return numberOf(text);
  const value = new ExactNumber(text);
  written.set(value, source);
  return value;
}

const intTag = defineScalarTag(intCoreTag.tagName, {
  ...intCoreTag,
  resolve: (source, isExplicit, tagName) =>
    intCoreTag.resolve(source, isExplicit, tagName) === NOT_RESOLVED
      ? NOT_RESOLVED
      : numberFrom(source),
});

/** `.inf` and `.nan` stay as they are: JSON has no such numbers. */
const floatTag = defineScalarTag(floatCoreTag.tagName, {
  ...floatCoreTag,
  resolve: (source, isExplicit, tagName) =>
    /^[-+]?\.[a-z]/i.test(source)
      ? floatCoreTag.resolve(source, isExplicit, tagName)
      : numberFrom(source),
});

const nameOf = (key: unknown): unknown =>
  key instanceof ExactNumber ? (written.get(key) ?? key.text) : key;

const objectTag = defineMappingTag(mapTag.tagName, {
  create: mapTag.create,
  addPair: (members, key, value) => {
    noteKey(members, String(nameOf(key)));
    return mapTag.addPair(members, nameOf(key), value);
  },
  has: (members, key) => mapTag.has(members, nameOf(key)),
  keys: mapTag.keys,
  get: mapTag.get,
  identify: mapTag.identify,
});

const SCHEMA = CORE_SCHEMA.withTags(
  mergeTag,
  binaryTag,
  omapTag,
  pairsTag,
  setTag,
  intTag,
  floatTag,
  objectTag,
);

/**
 * Reads YAML 1.2 with the core schema (timestamps stay strings), merge keys and the types of YAML 1.1 for
 * bytes, sets and ordered maps. Numbers keep all their digits.
 *
 * @throws YAMLException if the text is not YAML, contains more than one document, or is nested too deeply.
 */
export function parseYaml(text: string, maxDepth: number): unknown {
  const documents = loadAll(text, { schema: SCHEMA, maxDepth });
  if (documents.length > 1)
    throw new YAMLException('expected a single document in the stream, but found more');
  return documents[0] ?? null;
}
