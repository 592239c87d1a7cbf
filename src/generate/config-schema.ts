import { createRequire } from 'node:module';
import type { Joi as Types } from '@docusaurus/utils-validation';
import { isHost } from '../document/hosts.ts';
import { LANGUAGE_IDS, languageId } from '../model/samples/languages/names.ts';
import { nearest } from '../problems/nearest.ts';
import { ALL_RULES, SWITCHABLE } from '../rules/check.ts';
import type { ApiConfig } from './config.ts';

// Node.js finds no named exports in that package, which is a CommonJS module.
const { Joi }: { readonly Joi: typeof Types } = createRequire(import.meta.url)(
  '@docusaurus/utils-validation',
);

/** The error in a value of the right type, with the fix; undefined if there is none. */
type Check<Value> = (value: Value) => string | undefined;

const LEVELS = ['error', 'warning', 'hint', 'off'];

/** A schema's label completes "must be ..."; its example is what a person would write. */
function field<Schema extends Types.Schema>(schema: Schema, name: string, example: string): Schema {
  return schema.label(name).example(example) as Schema;
}

function checked<Value>(schema: Types.Schema, check: Check<Value>): Types.Schema {
  return schema.custom((value: Value) => {
    const mistake = check(value);
    if (mistake !== undefined) throw new Error(mistake);
    return value;
  });
}

const text = (example: string) => field(Joi.string().allow(''), 'a string', `'${example}'`);
const texts = (example: string) =>
  field(Joi.array().items(Joi.string().allow('')), 'a list of strings', `['${example}']`);
const flag = field(Joi.boolean(), 'true or false', 'true');

const FIELDS: { readonly [key in keyof Required<ApiConfig>]: Types.Schema } = {
  id: checked<string>(text('my-api').required(), (id) =>
    /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(id)
      ? undefined
      : `id ${JSON.stringify(id)} must consist of lowercase letters, digits and single hyphens, for example "my-api".`,
  ),
  document: text('openapi/openapi.yaml').disallow('').required(),
  label: text('My API'),
  main: flag,
  overlays: texts('openapi/overlay.yaml'),
  refFolders: texts('openapi/shared'),
  refHosts: checked(field(Joi.array(), 'a list', "['schemas.example.com']"), hostMistake),
  extensions: texts('x-stability'),
  showInternal: flag,
  requiredFirst: flag,
  samples: checked(field(Joi.array(), 'a list', "['curl', 'python']"), sampleMistake),
  hideSendButton: flag,
  proxy: checked<string>(text('https://proxy.example.com'), (proxy) =>
    /^https?:\/\/./.test(proxy)
      ? undefined
      : `proxy ${JSON.stringify(proxy)} must be an http(s) address, for example "https://proxy.example.com".`,
  ),
  rules: checked(field(Joi.object(), 'an object', "{ 'undeclared-tag': 'off' }"), ruleMistake),
};

const ENTRY = Joi.object(FIELDS);

/** Option to an example of its value, as it is written in `openapi/apis.ts`. */
export const EXAMPLES: ReadonlyMap<string, string> = new Map(
  Object.entries(FIELDS).map(([key, schema]) => [key, schema.describe().examples?.[0] as string]),
);

/**
 * The error in an entry of the list of APIs, with the key, the value and the fix; undefined if there is none.
 */
export function entryMistake(entry: unknown): string | undefined {
  const [found] = ENTRY.validate(entry, { convert: false }).error?.details ?? [];
  if (!found) return undefined;
  const { type, context } = found;
  const key = String(found.path[0]);
  if (type === 'any.custom') return context?.error.message;
  if (type === 'object.unknown') {
    const near = nearest(key, Object.keys(FIELDS));
    const fix = near ? `Did you mean "${near}"?` : `Options: ${Object.keys(FIELDS).join(', ')}.`;
    return `there is no option "${key}". ${fix}`;
  }
  if (found.path.length === 0)
    return `${shown(entry)} is not an entry. Write { id: 'my-api', document: 'openapi/openapi.yaml' }.`;
  const value = (entry as Readonly<Record<string, unknown>>)[key];
  if (value === undefined || value === '')
    return key === 'id'
      ? `"id" is missing. Set it to the first part of the URLs, for example 'my-api', or to '' to derive it from the document's title.`
      : `"${key}" is missing. Set it to the path or URL of the OpenAPI document.`;
  const { flags } = ENTRY.extract(key).describe() as { flags?: { label?: string } };
  return `${key} must be ${flags?.label}, for example ${EXAMPLES.get(key)}. It is ${shown(value)}.`;
}

function hostMistake(hosts: readonly unknown[]): string | undefined {
  const host = hosts.find((host) => typeof host !== 'string' || !isHost(host));
  if (host === undefined) return undefined;
  const url = typeof host === 'string' && URL.canParse(host) ? new URL(host).host : '';
  // A URL may contain a password.
  return url === ''
    ? `refHosts lists ${JSON.stringify(host)}, which is not a host. Write a host, optionally with a port: "schemas.example.com", "localhost:8080".`
    : `refHosts lists a URL, which is not a host. Write ${JSON.stringify(url)}.`;
}

function sampleMistake(samples: readonly unknown[]): string | undefined {
  const seen = new Set<string>();
  for (const sample of samples) {
    const id: unknown =
      typeof sample === 'string' ? sample : ((sample as { id?: unknown } | null)?.id ?? null);
    if (typeof id !== 'string' || !LANGUAGE_IDS.includes(id)) {
      const near = languageId(String(id)) ?? nearest(String(id), LANGUAGE_IDS);
      const fix =
        near === undefined ? `Use ${LANGUAGE_IDS.join(', ')}.` : `Did you mean "${near}"?`;
      return `${JSON.stringify(id)} is not a sample language. ${fix}`;
    }
    if (seen.has(id)) return `samples lists "${id}" twice.`;
    seen.add(id);
  }
  return undefined;
}

function ruleMistake(rules: Readonly<Record<string, unknown>>): string | undefined {
  for (const [id, level] of Object.entries(rules)) {
    if (!SWITCHABLE.includes(id)) {
      if (ALL_RULES.some((rule) => rule.id === id))
        return `the rule "${id}" cannot be configured: the document cannot be read without it.`;
      const near = nearest(id, SWITCHABLE);
      return `there is no rule "${id}". ${near === undefined ? 'See npm run check -- --rules.' : `Did you mean "${near}"?`}`;
    }
    if (!LEVELS.includes(level as string))
      return `the rule "${id}" is set to ${JSON.stringify(level)}. Set it to one of ${LEVELS.join(', ')}.`;
  }
  return undefined;
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 80)} …` : json;
}
