import fs from 'node:fs';
import path from 'node:path';
import codeTranslations from '@generated/codeTranslations';
import siteConfig from '@generated/docusaurus.config';
import globalData from '@generated/globalData';
import i18n from '@generated/i18n';
import siteMetadata from '@generated/site-metadata';
import render from '@reference/server-entry';
import { pathKey, pathOf } from '../../address/address.ts';
import { drawnFiles } from '../../address/files.ts';
import { notesIn } from './drawn-notes.ts';
import { type DrawnKeys, type Render, type RenderRequest, renderOnce } from './drawn-pages.ts';
import { sharedData, siteKey } from './drawn-site.ts';
import { twinFile } from './twin-file.ts';

/** Set by the site's plugin: the folder of rendered pages, and the file with the versions of APIs. */
declare const REFERENCE_DRAWN: string;
declare const REFERENCE_VERSIONS: string;

/**
 * The entry of the bundle for static rendering, in place of Docusaurus' own: pages that were rendered before from
 * the same slice, options and code are not rendered again.
 */
export default entry();

function entry(): Render {
  const files = drawnFiles(REFERENCE_DRAWN, i18n.currentLocale);
  // The bundler has written no hash where it does not say what the code is.
  if (!fs.existsSync(files.code) || !fs.existsSync(files.keys)) return render;
  const pages: DrawnKeys['pages'] = JSON.parse(read(files.keys));
  const shared = sharedData(globalData, siteConfig.themeConfig, (page) => pathKey(page) in pages);
  const site = siteKey({
    code: read(files.code),
    node: process.version,
    versions: read(REFERENCE_VERSIONS),
    codeTranslations,
    siteConfig,
    i18n,
    siteMetadata,
    shared,
  });
  // Set by `build --shard` and by `merge`.
  const { REFERENCE_NOTES: notes } = process.env;
  const note = notes ? notesIn(path.join(notes, i18n.currentLocale), site) : undefined;
  return renderOnce(render, files.pages, { site, pages }, { file: twinOf }, note);
}

function twinOf({ pathname }: RenderRequest): string | undefined {
  const page = pathOf(pathname, siteConfig);
  return page === undefined ? undefined : twinFile(page);
}

function read(file: string): string {
  return fs.readFileSync(file, 'utf8');
}
