import fs from 'node:fs';
import path from 'node:path';
import type { I18nConfig, LoadContext } from '@docusaurus/types';
import { LAYOUT } from '../generate/layout.ts';
import { ownFile } from '../own-files.ts';

/** The language of our sources. */
const OURS = 'en';

/**
 * Docusaurus' setting for the languages of the site. The first one is at the site's root, each other one
 * below its code, `/de/`, even if it is built alone: `build` uses a process for each.
 *
 * @param codes As in `i18n/`.
 * @throws Error for a language without a translation.
 */
export function languages(
  siteDir: string,
  codes: readonly string[],
  baseUrl: string,
): Partial<I18nConfig> {
  const [own = OURS, ...others] = codes;
  const unknown = codes.find(
    (code) =>
      code !== OURS &&
      ![textsFile(siteDir, code), ownTextsFile(code)].some((file) => fs.existsSync(file)),
  );
  if (unknown !== undefined) {
    throw new Error(
      `There is no translation i18n/${unknown}/code.json. Copy the folder i18n/de to i18n/${unknown} and translate its texts, or remove "${unknown}".`,
    );
  }
  return {
    defaultLocale: own,
    locales: [own, ...others],
    localeConfigs: Object.fromEntries([
      [own, { baseUrl }],
      ...others.map((code) => [code, { baseUrl: `${baseUrl}${code}/` }]),
    ]),
  };
}

/** The language that Docusaurus is building, from its environment variable. */
export function currentLanguage(codes: readonly string[]): string {
  const current = process.env.DOCUSAURUS_CURRENT_LOCALE ?? '';
  return codes.includes(current) ? current : (codes[0] ?? OURS);
}

/** A language of a built site. */
export interface BuiltLanguage {
  readonly code: string;
  readonly outDir: string;
  /** Path of its home page, with slashes at both ends. */
  readonly baseUrl: string;
  /** Path of the whole site. */
  readonly siteUrl: string;
  /** Relative path from its folder to that of the whole site: `../`, or empty. */
  readonly up: string;
  /** Folders of other languages inside its own. */
  readonly others: readonly string[];
}

/** The language that Docusaurus has built. */
export function builtLanguage({ i18n, siteConfig }: LoadContext, outDir: string): BuiltLanguage {
  const { baseUrl } = siteConfig;
  const siteUrl = i18n.localeConfigs[i18n.defaultLocale]?.baseUrl ?? baseUrl;
  const below = baseUrl.startsWith(siteUrl) ? baseUrl.slice(siteUrl.length) : '';
  const bases = Object.values(i18n.localeConfigs).map((config) => config.baseUrl);
  return {
    code: i18n.currentLocale,
    outDir,
    baseUrl,
    siteUrl,
    up: '../'.repeat(below.split('/').length - 1),
    others: bases
      .filter((base) => base !== baseUrl && base.startsWith(baseUrl))
      .map((base) => base.slice(baseUrl.length, -1)),
  };
}

/** A language of the site, for the command `build`. */
export interface SiteLanguage {
  readonly code: string;
  /** Folder of its pages, relative to the site's folder. */
  readonly folder: string;
}

/** Writes the languages of the site, the default one first, for the command `build`. */
export function writeLanguages({ siteDir, i18n }: LoadContext): void {
  const { defaultLocale, locales, localeConfigs } = i18n;
  const { baseUrl = '/' } = localeConfigs[defaultLocale] ?? {};
  const codes = new Set([defaultLocale, ...locales]);
  const languages = Array.from(codes, (code): SiteLanguage => {
    const own = localeConfigs[code]?.baseUrl ?? baseUrl;
    return { code, folder: own.slice(baseUrl.length) };
  });
  const file = path.join(siteDir, LAYOUT.languages);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(languages));
}

/** The languages that `writeLanguages` has written; none if the site has not been built. */
export function readLanguages(siteDir: string): readonly SiteLanguage[] {
  const file = path.join(siteDir, LAYOUT.languages);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : [];
}

/** Like `translate` of `@docusaurus/Translate`, which the configuration cannot use. */
export type TranslateConfig = (
  text: { readonly id: string; readonly message: string },
  values?: Readonly<Record<string, string>>,
) => string;

/** Translates with the texts of a language, by id; missing ones stay English. */
export function translateBy(texts: Readonly<Record<string, string>>): TranslateConfig {
  return ({ id, message }, values = {}) =>
    (texts[id] ?? message).replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** For texts of the configuration, which is loaded before Docusaurus has read the translations. */
export function translateConfig(siteDir: string, language: string): TranslateConfig {
  return translateBy({ ...ownTexts(language), ...textsIn(textsFile(siteDir, language)) });
}

/** Our own translations, by id; none for a language that we do not have. */
export function ownTexts(language: string): Readonly<Record<string, string>> {
  const [base = language] = language.split('-');
  return { ...textsIn(ownTextsFile(base)), ...textsIn(ownTextsFile(language)) };
}

function ownTextsFile(language: string): string {
  return textsFile(ownFile('..'), language);
}

function textsFile(folder: string, language: string): string {
  return path.join(folder, 'i18n', language, 'code.json');
}

function textsIn(file: string): Record<string, string> {
  if (!fs.existsSync(file)) return {};
  const texts: Record<string, { message: string }> = JSON.parse(fs.readFileSync(file, 'utf8'));
  return Object.fromEntries(Object.entries(texts).map(([id, { message }]) => [id, message]));
}
