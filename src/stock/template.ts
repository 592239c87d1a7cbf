import { parseDocument } from 'yaml';
import { isObject } from '../json/guards.ts';
import type { PageFrame } from '../upstream/source.ts';

/** Front matter that our pages write themselves, from the same values as the templates of the stock plugin. */
const OWN: ReadonlySet<string> = new Set(
  'id title description sidebar_label sidebar_position api sidebar_class_name info_path proxy hide_send_button show_extensions mask_credentials schema sample'.split(
    ' ',
  ),
);

/** The part of a template that does not depend on the page, and what else there is. */
export interface ReadTemplate {
  readonly frame: PageFrame;
  /** What is left out: front matter and tags that would paste text of the document. */
  readonly leftOut: readonly string[];
}

/**
 * Reads a template of the stock plugin. Its own text and its front matter surround our pages; tags other than
 * the page itself would make text of the document code.
 */
export function readTemplate(text: string): ReadTemplate {
  const [, head = '', body = text] = /^---\r?\n([\s\S]*?\r?\n)---\r?\n([\s\S]*)$/.exec(text) ?? [];
  const at = MARKDOWN.exec(body);
  const [before, after] = at
    ? [body.slice(0, at.index), body.slice(at.index + at[0].length)]
    : [body, ''];
  const { frontMatter, leftOut } = readHead(head);
  return {
    frame: { frontMatter, before: withoutTags(before), after: withoutTags(after) },
    leftOut: [...leftOut, ...tagsIn(before), ...tagsIn(after)],
  };
}

const MARKDOWN = /\{\{\{?\s*&?\s*markdown\s*\}?\}\}/;

const TAG = /\{\{\{?[^}]*\}?\}\}/g;

function tagsIn(text: string): string[] {
  return [...new Set(text.match(TAG))];
}

/** A section that depends on the page goes as a whole. */
function withoutTags(text: string): string {
  return text
    .replace(/\{\{\s*[#^]\s*([\w.]+)\s*\}\}[\s\S]*?\{\{\s*\/\s*\1\s*\}\}/g, '')
    .replace(TAG, '')
    .trim();
}

function readHead(head: string): {
  frontMatter: Record<string, unknown>;
  leftOut: string[];
} {
  const leftOut: string[] = [];
  const lines: string[] = [];
  const open: string[] = [];
  for (const line of head.split(/\r?\n/)) {
    const section = /^\s*\{\{\s*([#^/])/.exec(line)?.[1];
    if (section === '/') open.pop();
    else if (section !== undefined) open.push(line);
    else if (line.search(TAG) === -1 && open.length === 0) lines.push(line);
    else {
      const key = /^([\w-]+)\s*:/.exec(line)?.[1];
      // Whether pages have a list of their contents is up to us: operations never have one.
      if (key !== undefined && !OWN.has(key) && key !== 'hide_table_of_contents') leftOut.push(key);
    }
  }
  const values = valuesOf(lines.join('\n'));
  if (values === undefined) return { frontMatter: {}, leftOut: ['the front matter (not YAML)'] };
  const frontMatter = Object.fromEntries(
    Object.entries(values).filter(([key]) => !OWN.has(key) && key !== 'hide_title'),
  );
  return { frontMatter, leftOut };
}

/** @returns undefined for what is not YAML. */
function valuesOf(yaml: string): Readonly<Record<string, unknown>> | undefined {
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return undefined;
  const values: unknown = document.toJS();
  return isObject(values) ? values : {};
}
