import fs from 'node:fs';
import path from 'node:path';
import { Parser } from 'htmlparser2';
import { ABOUT } from '../address/address.ts';
import type { Found } from '../search/collect.ts';
import { copied } from './copied.ts';

/** A page outside the reference, with its linkable headings. */
export interface GuidePage {
  /** Path below the base URL. */
  readonly address: string;
  readonly title: string;
  readonly headings: readonly { readonly id: string; readonly text: string }[];
  /** Whether it is about the site itself. */
  readonly isAbout: boolean;
}

/** What Docusaurus writes of such pages, which have addresses of any form: the ids of their files. */
const ABOUT_PAGE = `docs-doc-id-${ABOUT}/`;

/** A guide and its headings as index entries. */
export function guideEntries(pages: readonly GuidePage[]): Found[] {
  return pages.flatMap(({ address, title, headings }) => [
    { kind: 'guide' as const, name: title, places: [{ at: address }] },
    ...headings.map(({ id, text }) => ({
      kind: 'heading' as const,
      name: text,
      title,
      places: [{ at: `${address}#${encodeURIComponent(id)}` }],
    })),
  ]);
}

/**
 * HTML files of a built site, relative to its folder, with `/`; without those below the excluded folders.
 */
export function htmlFiles(folder: string, without: readonly string[]): string[] {
  const files: string[] = [];
  const visit = (below: string): void => {
    const entries = fs.readdirSync(path.join(folder, below), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!without.includes(file)) visit(file);
      } else if (entry.name.endsWith('.html')) files.push(file);
    }
  };
  visit('');
  return files;
}

/** Reads the headings of a page; undefined if it is marked `noindex` or has no text. */
export function readGuide(html: string, address: string): GuidePage | undefined {
  let isIn = false;
  let isHidden = false;
  let isAbout = false;
  let title = '';
  let open: { name: string; id: string; text: string } | undefined;
  let inLink = 0;
  const headings: { id: string; text: string }[] = [];
  const parser = new Parser({
    onopentag(name, { id = '', content = '', class: classes = '', ...attributes }) {
      if (name === 'meta' && attributes.name === 'robots') isHidden ||= content.includes('noindex');
      if (name === 'html') isAbout = classes.includes(ABOUT_PAGE);
      if (name === 'article') isIn = true;
      if (isIn && /^h[1-4]$/.test(name)) open = { name, id, text: '' };
      if (name === 'a' && /(^| )hash-link( |$)/.test(classes)) inLink++;
      else if (name === 'a' && inLink > 0) inLink++;
    },
    ontext(text) {
      if (open && inLink === 0) open.text += text;
    },
    onclosetag(name) {
      if (name === 'a' && inLink > 0) inLink--;
      if (name === 'article') isIn = false;
      if (!open || name !== open.name) return;
      const text = copied(open.text.replace(/[\s\u200b]+/g, ' ').trim());
      if (name === 'h1' && title === '') title = text;
      else if (open.id !== '' && text !== '') headings.push({ id: copied(open.id), text });
      open = undefined;
    },
  });
  parser.end(html);
  return isHidden || title === '' ? undefined : { address, title, headings, isAbout };
}
