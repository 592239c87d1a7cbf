import { LEVELS as CHANGE_LEVELS } from '../changes/judged.ts';
import { RULES as CHANGE_RULES } from '../changes/rules/table.ts';
import { isHost } from '../document/hosts.ts';
import type { HistoryOptions } from '../history/options.ts';
import { asObject } from '../json/guards.ts';
import { ASSISTANT_PLACES } from '../model/page/assistants.ts';
import { REPORT_PLACES } from '../model/page/report-url.ts';
import { LANGUAGE_IDS, languageId } from '../model/samples/languages/names.ts';
import { ownCommand } from '../own-command.ts';
import { nearest } from '../problems/nearest.ts';
import { ALL_RULES, SWITCHABLE } from '../rules/check.ts';
import type { ApiConfig, ApiVersion } from './config.ts';
import { EDIT_PLACES } from './edit-urls.ts';
import { checked, FLAG, field, Joi, mistakeIn, type Schema, text, texts } from './option-schema.ts';

const LEVELS = ['error', 'warning', 'hint', 'off'];

const VERSION_FIELDS: { readonly [key in keyof Required<ApiVersion>]: Schema } = {
  version: checked<string>(text('1.0').disallow('').required(), versionMistake),
  document: text('openapi/v1.yaml').disallow('').required(),
  label: text('1.x'),
  outputDir: text('docs/petstore/1.0').disallow(''),
  overlays: texts('openapi/overlay.yaml'),
  refFolders: texts('openapi/shared'),
  refHosts: checked(field(Joi.array(), 'a list', "['schemas.example.com']"), hostMistake),
  downloadUrl: text('https://example.com/openapi-v1.yaml'),
};

export const VERSION_SCHEMA = field(
  Joi.object(VERSION_FIELDS),
  'a version',
  "{ version: '1.0', document: 'openapi/v1.yaml' }",
);

const ASSISTANT_EXAMPLE = "{ label: 'Claude', url: 'https://claude.ai/new?q={prompt}' }";

/** Placeholders are only after this. */
const QUERY = /^https?:\/\/[^{}?#]+([?#]|$)/;

const HISTORY_FIELDS: { readonly [key in keyof Required<HistoryOptions>]: Schema } = {
  folder: text('openapi/versions').disallow(''),
  npm: text('@acme/api').disallow(''),
  file: text('openapi.yaml').disallow(''),
  git: text('v*').disallow(''),
  since: text('1.0').disallow(''),
  minorOnly: FLAG,
  changes: text('openapi/petstore.changes').disallow(''),
};

export const HISTORY_SCHEMA = field(
  Joi.object(HISTORY_FIELDS),
  'an object',
  "{ npm: '@acme/api' }",
);

/** Options of which a history has one at most. */
const SOURCES = ['folder', 'npm', 'git'] as const satisfies readonly (keyof HistoryOptions)[];

const FIELDS: { readonly [key in keyof Required<ApiConfig>]: Schema } = {
  id: checked<string>(text('my-api').required(), (id) =>
    /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(id)
      ? undefined
      : `id ${JSON.stringify(id)} must consist of lowercase letters, digits and single hyphens, for example "my-api".`,
  ),
  document: text('openapi/openapi.yaml').disallow('').required(),
  label: text('My API'),
  group: text('Payments').disallow(''),
  logo: checked<string>(text('img/logo.svg'), (logo) =>
    /^[^/\\:][^\\:]*\.(?:svg|png|jpe?g)$/i.test(logo) && !logo.includes('..')
      ? undefined
      : `logo ${JSON.stringify(logo)} must be an SVG, PNG or JPEG file in the folder "static", for example "img/logo.svg".`,
  ),
  accent: checked<string>(text('#1e40af'), (accent) =>
    /^#[\da-f]{6}$/i.test(accent)
      ? undefined
      : `accent ${JSON.stringify(accent)} must be a color of "#" and six hexadecimal digits, for example "#1e40af".`,
  ),
  outputDir: text('docs/petstore').disallow(''),
  docsPluginId: text('default').disallow(''),
  introduction: field(Joi.valid('folder', 'below'), "'folder' or 'below'", "'below'"),
  main: FLAG,
  about: FLAG,
  overlays: texts('openapi/overlay.yaml'),
  refFolders: texts('openapi/shared'),
  refHosts: checked(field(Joi.array(), 'a list', "['schemas.example.com']"), hostMistake),
  extensions: texts('x-stability'),
  showInternal: FLAG,
  requiredFirst: FLAG,
  samples: checked(field(Joi.array(), 'a list', "['curl', 'python']"), sampleMistake),
  hideSendButton: FLAG,
  proxy: checked<string>(text('https://proxy.example.com'), (proxy) =>
    /^https?:\/\/./.test(proxy)
      ? undefined
      : `proxy ${JSON.stringify(proxy)} must be an http(s) address, for example "https://proxy.example.com".`,
  ),
  usesProxy: FLAG,
  authPersistence: field(
    Joi.valid('sessionStorage', 'localStorage', false),
    "'sessionStorage', 'localStorage' or false",
    "'localStorage'",
  ),
  requestTimeout: field(Joi.number().positive(), 'a positive number', '60000'),
  requestCredentials: field(
    Joi.valid('omit', 'same-origin', 'include'),
    "'omit', 'same-origin' or 'include'",
    "'include'",
  ),
  maskCredentials: FLAG,
  hideGeneratedSamples: FLAG,
  openLevels: field(
    Joi.alternatives(Joi.number().integer().min(0), Joi.valid('all')),
    "a number or 'all'",
    '2',
  ),
  downloadUrl: text('https://example.com/openapi.yaml'),
  collections: field(
    Joi.array().items(Joi.valid('postman')).unique(),
    "a list of 'postman'",
    "['postman']",
  ),
  editUrl: checked<string>(text('https://github.com/acme/shop/blob/main/'), (url) =>
    templateMistake('editUrl', url, EDIT_PLACES, /^https?:\/\/[^/?#{}]+\//),
  ),
  reportUrl: checked<string>(
    text('https://github.com/acme/shop/issues/new?title={title}&body={page}'),
    (url) => templateMistake('reportUrl', url, REPORT_PLACES, QUERY),
  ),
  assistants: checked(
    field(
      Joi.alternatives(Joi.array(), Joi.valid(false)),
      'a list of labels and URLs, or false',
      `[${ASSISTANT_EXAMPLE}]`,
    ),
    assistantMistake,
  ),
  version: text('2.0').disallow(''),
  versions: checked(
    field(Joi.array(), 'a list', "[{ version: '1.0', document: 'openapi/v1.yaml' }]"),
    versionsMistake,
  ),
  synonyms: checked(
    field(Joi.object(), 'an object', "{ whoami: 'me', 'sign in, log in': 'session' }"),
    synonymMistake,
  ),
  history: checked<HistoryOptions>(HISTORY_SCHEMA, (history) => {
    const named = SOURCES.filter((source) => history[source] !== undefined);
    return named.length > 1
      ? `history has ${named.join(' and ')}: only one of them can be the source of earlier documents.`
      : undefined;
  }),
  rules: checked(field(Joi.object(), 'an object', "{ 'undeclared-tag': 'off' }"), ruleMistake),
  changeLevels: checked(
    field(Joi.object(), 'an object', "{ 'response-enum-value-added': 'info' }"),
    changeLevelMistake,
  ),
};

export const API_SCHEMA = field(
  Joi.object(FIELDS),
  'an entry',
  "{ id: 'my-api', document: 'openapi/openapi.yaml' }",
);

/** The error in an entry of the list of APIs, with the key, the value and the fix; undefined if there is none. */
export function entryMistake(entry: unknown): string | undefined {
  const mistake = mistakeIn(API_SCHEMA, entry);
  if (mistake !== undefined) return mistake;
  const { id, versions = [] } = entry as ApiConfig;
  return id === '' && versions.length > 0
    ? 'an API with versions needs an id, for example "my-api": without one, it would change with the title of the document.'
    : undefined;
}

function synonymMistake(synonyms: Readonly<Record<string, unknown>>): string | undefined {
  const isPhrase = (text: unknown): boolean =>
    typeof text === 'string' && text.split(',').every((phrase) => /[\p{L}\p{N}]/u.test(phrase));
  const wrong = Object.entries(synonyms).find((pair) => !pair.every(isPhrase));
  return (
    wrong &&
    `synonyms[${JSON.stringify(wrong[0])}] must be words that the document has for it, for example { whoami: 'me', 'sign in, log in': 'session' }. It is ${JSON.stringify(wrong[1])}.`
  );
}

function versionsMistake(versions: readonly unknown[]): string | undefined {
  const seen = new Set<string>();
  for (const [at, one] of versions.entries()) {
    const mistake = mistakeIn(VERSION_SCHEMA, one);
    if (mistake !== undefined) return `versions, entry ${at + 1}: ${mistake}`;
    const { version } = one as ApiVersion;
    // Some file systems ignore case.
    if (seen.has(version.toLowerCase()))
      return `versions lists ${JSON.stringify(version)} twice. Give each version a name of its own.`;
    seen.add(version.toLowerCase());
  }
  return undefined;
}

function versionMistake(version: string): string | undefined {
  const name = JSON.stringify(version);
  if (!/^[a-z\d]+(?:[.-][a-z\d]+)*$/i.test(version) || /^schemas$/i.test(version))
    return `version ${name} is part of addresses: it must consist of letters, digits, and single dots and hyphens between them, for example "1.0". Other names can be the label.`;
  // Docusaurus takes `1.` of such a folder for its position among others, and leaves it out of addresses.
  return /^\d+[.-]\D/.test(version)
    ? `version ${name} begins with what Docusaurus takes for a position. Write "v${version}", and ${name} as its label.`
    : undefined;
}

/**
 * @param places The placeholders: the names that may be in braces.
 * @param fixed What the part before them must match, which no value may change.
 */
function templateMistake(
  option: string,
  url: string,
  places: readonly string[],
  fixed: RegExp,
): string | undefined {
  const names = Array.from(url.matchAll(/\{([^{}]*)\}/g), ([, name = '']) => name);
  const unknown = names.find((name) => !places.includes(name));
  const list = new Intl.ListFormat('en').format(places.map((place) => `{${place}}`));
  if (unknown !== undefined)
    return `${option} contains {${unknown}}, which is not a placeholder. The placeholders are ${list}.`;
  return fixed.test(url)
    ? undefined
    : `${option} ${JSON.stringify(url)} must be an http(s) URL, with placeholders (${list}) only ${option === 'editUrl' ? 'after the host' : 'in the query'}.`;
}

function assistantMistake(assistants: readonly unknown[] | false): string | undefined {
  for (const assistant of assistants || []) {
    const { label, url, ...others } = asObject(assistant);
    if (typeof label !== 'string' || typeof url !== 'string' || Object.keys(others).length > 0)
      return `assistants lists ${JSON.stringify(assistant)}, which is not a label and a URL. Write ${ASSISTANT_EXAMPLE}.`;
    const mistake = templateMistake('assistants', url, ASSISTANT_PLACES, QUERY);
    if (mistake !== undefined) return mistake;
  }
  return undefined;
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

function changeLevelMistake(levels: Readonly<Record<string, unknown>>): string | undefined {
  const ids = CHANGE_RULES.map(({ id }) => id);
  const allowed: readonly unknown[] = [...CHANGE_LEVELS, 'off'];
  for (const [id, level] of Object.entries(levels)) {
    if (!ids.includes(id)) {
      const near = nearest(id, ids);
      return `there is no rule "${id}" of changes. ${near === undefined ? `See ${ownCommand('changes', '--rules')}.` : `Did you mean "${near}"?`}`;
    }
    if (!allowed.includes(level))
      return `the rule "${id}" of changes is set to ${JSON.stringify(level)}. Set it to one of ${allowed.join(', ')}.`;
  }
  return undefined;
}

function ruleMistake(rules: Readonly<Record<string, unknown>>): string | undefined {
  for (const [id, level] of Object.entries(rules)) {
    if (!SWITCHABLE.includes(id)) {
      if (ALL_RULES.some((rule) => rule.id === id))
        return `the rule "${id}" cannot be configured: the document cannot be read without it.`;
      const near = nearest(id, SWITCHABLE);
      return `there is no rule "${id}". ${near === undefined ? `See ${ownCommand('check', '--rules')}.` : `Did you mean "${near}"?`}`;
    }
    if (!LEVELS.includes(level as string))
      return `the rule "${id}" is set to ${JSON.stringify(level)}. Set it to one of ${LEVELS.join(', ')}.`;
  }
  return undefined;
}
