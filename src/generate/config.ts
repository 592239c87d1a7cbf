import { isHost } from '../document/hosts.ts';
import { MARK } from '../document/internal/marks.ts';
import { LANGUAGE_IDS, languageId } from '../model/samples/languages/names.ts';
import { nearest } from '../problems/nearest.ts';
import { ALL_RULES, type RuleSettings, SWITCHABLE } from '../rules/check.ts';
import { pageId } from '../slices/page-id.ts';
import type { SampleChoice } from '../slices/slice.ts';
import { shapeMistake } from './config-shape.ts';

/** An API of the site: an entry of `openapi/apis.ts`. */
export interface ApiConfig {
  /**
   * First part of its addresses, `/reference/<id>/...`: lower case letters, digits and hyphens.
   * Empty: made from the document's title.
   */
  readonly id: string;
  /** Path (from the project's folder) or http(s) URL of its OpenAPI document; 2.0, 3.0, 3.1 or 3.2; YAML or JSON. */
  readonly document: string;
  /** Its name in the navigation; the document's title if absent. */
  readonly label?: string;
  /** Whether the site is named after it, and begins with it. True for an API that is the only one. */
  readonly main?: boolean;
  /** OpenAPI Overlays that are applied to the document, in order. */
  readonly overlays?: readonly string[];
  /**
   * Folders besides the document's own that its `$ref`s may read, and single files of any kind; paths from
   * the project's folder.
   */
  readonly refFolders?: readonly string[];
  /**
   * Hosts that its `$ref`s may read, perhaps with a port: `['schemas.example.com', 'localhost:8080']`. A
   * local document reads no other; one from the network reads its own origin besides.
   */
  readonly refHosts?: readonly string[];
  /**
   * Specification extensions that pages show with whatever has them: `['x-stability']`. Those of schemas
   * are always shown.
   */
  readonly extensions?: readonly string[];
  /**
   * Whether pages show what is marked with `x-internal: true`, and the mark; else they are made as though
   * it did not exist.
   */
  readonly showInternal?: boolean;
  /** Whether required parameters and properties stand before the others; else the document's order is kept. */
  readonly requiredFirst?: boolean;
  /**
   * Languages of samples, in their order: ids, or an id with a label. All of them if absent; `[]`
   * means none.
   */
  readonly samples?: readonly (string | SampleChoice)[];
  /** Whether "Try it" shows a form and its samples only, and sends nothing. */
  readonly hideSendButton?: boolean;
  /**
   * Address of a proxy for readers whose requests the API does not allow (CORS): it is called as
   * `<proxy>/<address of the request>`, and only where the reader asks for it.
   */
  readonly proxy?: string;
  /** Rules of `npm run check` by id, and what they are for this API: see `npm run check -- --rules`. */
  readonly rules?: RuleSettings;
}

/** Wrong usage: what a person gave on the command line or in `openapi/apis.ts` cannot be right. */
export class ConfigError extends Error {}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Checks what a person wrote into `openapi/apis.ts`.
 *
 * @throws ConfigError that names the entry and the fix.
 */
export function checkConfig(apis: readonly ApiConfig[]): void {
  const seen = new Set<string>();
  for (const [at, api] of apis.entries()) {
    const where = `openapi/apis.ts, entry ${at + 1}`;
    const mistake = shapeMistake(api);
    if (mistake !== undefined) throw new ConfigError(`${where}: ${mistake}`);
    if (api.id !== '' && !ID.test(api.id)) {
      throw new ConfigError(
        `${where}: id ${JSON.stringify(api.id)} must consist of lowercase letters, digits and single hyphens, for example "my-api".`,
      );
    }
    if (seen.has(api.id))
      throw new ConfigError(`${where}: id "${api.id}" is used twice. Give each API a unique id.`);
    if (!api.document) {
      throw new ConfigError(
        `${where}: "document" is missing. Set it to the path or URL of the OpenAPI document.`,
      );
    }
    if (api.proxy !== undefined && !/^https?:\/\/./.test(api.proxy)) {
      throw new ConfigError(
        `${where}: proxy ${JSON.stringify(api.proxy)} must be an http(s) address, for example "https://proxy.example.com".`,
      );
    }
    checkRefHosts(api.refHosts ?? [], where);
    checkRules(api.rules ?? {}, where);
    checkSamples(api.samples ?? [], where);
    if (api.id !== '') seen.add(api.id);
  }
  const [, another] = apis.filter(({ main }) => main);
  if (another)
    throw new ConfigError(
      `openapi/apis.ts: "${another.id}" is a second API with main: true. Only one API can be the main one.`,
    );
  if (apis.length === 0)
    throw new ConfigError('openapi/apis.ts lists no APIs. Add an entry with an id and a document.');
}

/**
 * Checks the ids once those are known that are made from titles.
 *
 * @param ids Of each entry, in order; undefined where its document could not be read.
 * @throws ConfigError that names the entry and the fix.
 */
export function checkIds(ids: readonly (string | undefined)[]): void {
  const first = new Map<string, number>();
  for (const [at, id] of ids.entries()) {
    if (id === undefined) continue;
    const other = first.get(id);
    if (other !== undefined) {
      throw new ConfigError(
        `openapi/apis.ts, entry ${at + 1}: the id "${id}" is already used by entry ${other + 1}. An entry without an id gets one from its document's title. Give each API a unique id.`,
      );
    }
    first.set(id, at);
  }
}

/**
 * The id of an API: as its entry says, or else made from the title of its document. Addresses are ASCII:
 * a title in another script gives the plain id `api`.
 */
export function apiIdOf({ id }: ApiConfig, title: unknown): string {
  if (id !== '') return id;
  const made = pageId([typeof title === 'string' ? title : undefined], 'api')
    .replace(/[^a-z0-9-]+/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
  return made || 'api';
}

/** The extensions that an API's pages show with whatever has them: with internal parts, their mark. */
export function shownExtensions({ extensions = [], showInternal }: ApiConfig): readonly string[] {
  return showInternal ? [...new Set([...extensions, MARK])] : extensions;
}

function checkRefHosts(refHosts: readonly string[], where: string): void {
  for (const host of refHosts) {
    if (typeof host === 'string' && isHost(host)) continue;
    const isUrl = typeof host === 'string' && URL.canParse(host) && new URL(host).host !== '';
    const fix = isUrl
      ? `Write ${JSON.stringify(new URL(host).host)}.`
      : 'Write a host, optionally with a port: "schemas.example.com", "localhost:8080".';
    const shown = isUrl ? 'a URL' : JSON.stringify(host);
    throw new ConfigError(`${where}: refHosts lists ${shown}, which is not a host. ${fix}`);
  }
}

/** The languages that an entry asks for, all in one form. */
export function sampleChoices(samples: readonly (string | SampleChoice)[]): SampleChoice[] {
  return samples.map((sample) => (typeof sample === 'string' ? { id: sample } : sample));
}

function checkSamples(samples: readonly (string | SampleChoice)[], where: string): void {
  const seen = new Set<string>();
  for (const choice of sampleChoices(samples)) {
    // As JavaScript lets people write it.
    const id: unknown = (choice as unknown as SampleChoice | null)?.id ?? null;
    if (typeof id !== 'string' || !LANGUAGE_IDS.includes(id)) {
      const near = languageId(String(id)) ?? nearest(String(id), LANGUAGE_IDS);
      const fix =
        near === undefined ? `Use ${LANGUAGE_IDS.join(', ')}.` : `Did you mean "${near}"?`;
      throw new ConfigError(`${where}: ${JSON.stringify(id)} is not a sample language. ${fix}`);
    }
    if (seen.has(id)) throw new ConfigError(`${where}: samples lists "${id}" twice.`);
    seen.add(id);
  }
}

const LEVELS = ['error', 'warning', 'hint', 'off'];

function checkRules(rules: RuleSettings, where: string): void {
  for (const [id, level] of Object.entries(rules)) {
    if (!SWITCHABLE.includes(id)) {
      const near = nearest(id, SWITCHABLE);
      const known = ALL_RULES.some((rule) => rule.id === id);
      const fix = near === undefined ? 'See npm run check -- --rules.' : `Did you mean "${near}"?`;
      throw new ConfigError(
        known
          ? `${where}: the rule "${id}" cannot be configured: the document cannot be read without it.`
          : `${where}: there is no rule "${id}". ${fix}`,
      );
    }
    if (!LEVELS.includes(level))
      throw new ConfigError(
        `${where}: the rule "${id}" is set to ${JSON.stringify(level)}. Set it to one of ${LEVELS.join(', ')}.`,
      );
  }
}
