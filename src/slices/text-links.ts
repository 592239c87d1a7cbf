import { AUTHENTICATION } from '../address/anchor.ts';
import { append } from '../json/append.ts';
import { cached } from '../json/cached.ts';
import { asString, entriesOf, isObject } from '../json/guards.ts';
import { markdownHeadings, markdownLinks } from '../model/description/markdown.ts';
import { type MarkdownHeading, slugOf } from '../model/description/markdown-headings.ts';
import { mentionIn, mentionsIn } from '../model/description/markdown-mentions.ts';
import { schemeAnchors } from '../model/page/anchor.ts';
import { METHODS } from '../openapi/methods.ts';
import { pathShape } from '../openapi/path-shape.ts';
import { decoded, formatPointer, unescapeSegment } from '../openapi/pointer.ts';
import type { Document } from '../openapi/types.ts';
import type { Plan, PlannedPage } from './plan.ts';

/** A page by its id, `''` for the info page, and the place on it: `get-book`, `#section-errors`. */
export type PagePlace = string;

/** Longer ones are not names. */
const MAX_LENGTH = 1_000;

const METHOD = `(?<method>${METHODS.join('|')})`;

/**
 * How other renderers refer to parts of a document in fragments, the more specific first: Redoc
 * (`operation/`, `tag/`, `section/`, `schema/`), Scalar (`tag/.../GET/...`, `model/`), Stoplight
 * (`/operations/`, `/schemas/`), Swagger UI (`/tag/operationId`), and JSON pointers (RFC 6901) of OpenAPI 3
 * and 2.0. The last named group determines the meaning.
 */
const FORMS: readonly RegExp[] = [
  /^\/?operations?\/(?<operation>.+)$/,
  /^\/?tags?\/.+?\/(?:operation|webhook)s?\/(?<operation>.+)$/,
  /^\/?(?:tags?\/.+?\/)?(?<pointer>(?:paths|webhooks)\/.+)$/,
  new RegExp(`^/?tags?/.+?/${METHOD}(?<path>/.*)$`, 'i'),
  /^\/?tags?\/(?<tag>.+)$/,
  /^\/?tags?\/(?<parent>[^/]+)\/(?<heading>.+)$/,
  /^\/?components\/securitySchemes\/(?<scheme>[^/]+)/,
  /^\/?(?:components\/schemas|definitions|schemas?|models?)\/(?<schema>[^/]+)/,
  /^\/?section\/(?<section>.+)$/,
  /^section\/Authentication\/(?<scheme>[^/]+)$/i,
  /^\/?(?:section\/)?(?<info>info|servers|security|authentication)(?:\/|$)/i,
  /^\/(?<parent>[^/]+)\/(?<operation>[^/]+)$/,
  /^\/(?<tag>[^/]+)$/,
  /^(?<section>[^/]+)$/,
];

/** The parts of a document that links in its texts can name, and their pages. */
export class TextLinks {
  readonly #document: Document;
  readonly #operations = new Names();
  readonly #tags = new Names();
  readonly #schemas = new Names();
  readonly #schemes = new Names();
  /** Operations by the pointer to their path item. */
  readonly #byPath = new Map<string, PlannedPage[]>();
  /** Operations by their path without the names of its parameters. */
  readonly #byShape = new Map<string, PlannedPage[]>();
  readonly #sections = new Map<string, readonly Section[]>();
  /** The links of each text that has any to a page. */
  #targets: ReadonlyMap<string, Readonly<Record<string, PagePlace>>> | undefined;

  constructor(document: Document, { pages }: Plan) {
    this.#document = document;
    for (const page of pages) {
      const names = { tag: this.#tags, schema: this.#schemas }[page.kind as string];
      const operationId = asString(page.operation?.operationId);
      names?.add(page.name ?? '', page.id);
      if (operationId !== undefined) this.#operations.add(operationId, page.id);
      const top = page.kind === 'webhook' ? 'webhooks' : 'paths';
      if (page.operation) append(this.#byPath, formatPointer([top, page.path ?? '']), page);
      if (page.operation && page.kind === 'operation')
        append(this.#byShape, pathShape(page.path ?? ''), page);
    }
    // Names come before display names.
    for (const page of pages) if (page.kind === 'tag') this.#tags.add(page.title, page.id);
    const schemes = entriesOf(document.components?.securitySchemes).map(([name]) => name);
    for (const [name, anchor] of schemeAnchors(schemes)) this.#schemes.add(name, `#${anchor}`);
  }

  /** The target of a link in a text; undefined if the document has nothing with this name. */
  targetOf(href: string): PagePlace | undefined {
    if (!href.startsWith('#') || href.length > MAX_LENGTH) return undefined;
    const fragment = decoded(href.slice(1));
    for (const form of FORMS) {
      const groups = form.exec(fragment)?.groups;
      const target = groups && this.#find(groups);
      if (target !== undefined) return target;
    }
    return undefined;
  }

  /** The only operation that `GET /books/{id}` or `/books` in code can mean. */
  mentioned(code: string): PagePlace | undefined {
    const { method, path = '' } = mentionIn(code) ?? {};
    // Texts may give parameters other names.
    const [page, another] = (this.#byShape.get(pathShape(path)) ?? []).filter(
      (one) => method === undefined || one.method === method,
    );
    return another ? undefined : page?.id;
  }

  /** Valid links of the same form, for one that is broken. */
  candidates(href: string): readonly string[] {
    const fragment = decoded(href.slice(1));
    const groups = FORMS.map((form) => form.exec(fragment)?.groups).find((found) => found);
    const [kind = '', name = ''] = Object.entries(groups ?? {}).at(-1) ?? [];
    const names: Readonly<Record<string, () => readonly string[]>> = {
      operation: () => this.#operations.names,
      tag: () => this.#tags.names,
      schema: () => this.#schemas.names,
      scheme: () => this.#schemes.names,
      section: () => this.#sectionsOf('').map(({ path }) => path),
      pointer: () =>
        [...this.#byPath.values()].flat().map(({ pointer }) => pointer.slice('#/'.length)),
    };
    const before = fragment.slice(0, fragment.lastIndexOf(name));
    return (names[kind]?.() ?? []).map((other) => `#${before}${other}`);
  }

  /**
   * The links of all texts on a page, as far as they lead to a page.
   *
   * @param own Id of the page: code that names its own operation is no link.
   */
  linksIn(part: unknown, own: string): Readonly<Record<string, PagePlace>> {
    this.#targets ??= this.#collect();
    const targets = this.#targets;
    const found: Record<string, PagePlace> = {};
    if (targets.size > 0) eachText(part, (text) => Object.assign(found, targets.get(text)));
    const links = Object.entries(found);
    return Object.fromEntries(
      links.filter(([href, place]) => place !== own || href.startsWith('#')),
    );
  }

  #collect(): Map<string, Readonly<Record<string, PagePlace>>> {
    const targets = new Map<string, Readonly<Record<string, PagePlace>>>();
    eachText(this.#document, (text) => {
      if (targets.has(text)) return;
      const places = [
        ...markdownLinks(text).map((href) => [href, this.targetOf(href)]),
        ...mentionsIn(text).map((code) => [code, this.mentioned(code)]),
      ];
      const links = places.filter(([, target]) => target !== undefined);
      if (links.length > 0) targets.set(text, Object.fromEntries(links));
    });
    return targets;
  }

  #find(groups: Readonly<Record<string, string>>): PagePlace | undefined {
    const { operation, pointer, method, path, tag, schema, scheme, section, parent, heading } =
      groups;
    if (operation !== undefined) return this.#operations.find(operation);
    if (pointer !== undefined) return this.#atPointer(pointer);
    if (method !== undefined && path !== undefined) return this.#operationAt('paths', path, method);
    if (tag !== undefined) return this.#tags.find(tag) ?? this.#tagAt(tag);
    if (schema !== undefined) return this.#schemas.find(unescapeSegment(schema));
    if (scheme !== undefined) return this.#schemes.find(unescapeSegment(scheme));
    if (section !== undefined) return this.#section('', section);
    if (heading !== undefined) {
      const page = this.#tags.find(parent ?? '');
      return page === undefined ? undefined : this.#section(page, heading);
    }
    if (groups.info === undefined) return undefined;
    const isSecurity = /^(security|authentication)$/i.test(groups.info);
    return isSecurity && this.#schemes.names.length > 0 ? `#${AUTHENTICATION}` : '';
  }

  /** `paths/~1books/get` and anything below it. */
  #atPointer(pointer: string): PagePlace | undefined {
    const [top = '', path = '', method, additional] = pointer.split('/').map(unescapeSegment);
    return this.#operationAt(top, path, method === 'additionalOperations' ? additional : method);
  }

  /** Without a method, the first operation of the path. */
  #operationAt(top: string, path: string, method?: string): PagePlace | undefined {
    const pages = this.#byPath.get(formatPointer([top, path])) ?? [];
    return pages.find((page) => method === undefined || page.method === method.toLowerCase())?.id;
  }

  /** `#/tags/0` */
  #tagAt(index: string): PagePlace | undefined {
    const tags: unknown = this.#document.tags;
    const tag = Array.isArray(tags) && /^\d+$/.test(index) ? tags[Number(index)] : undefined;
    return isObject(tag) ? this.#tags.find(asString(tag.name) ?? '') : undefined;
  }

  /** A heading in the description of the API or of a tag, by its own text or with those of its parents. */
  #section(page: string, wanted: string): PagePlace | undefined {
    const path = wanted.split('/').map(slugOf).join('/');
    const sections = this.#sectionsOf(page);
    const found =
      sections.find((one) => one.path === path) ??
      sections.find((one) => one.path.endsWith(`/${path}`));
    return found && `${page}#${found.id}`;
  }

  #sectionsOf(page: string): readonly Section[] {
    return cached(this.#sections, page, () => sectionsIn(this.#describedBy(page)));
  }

  #describedBy(page: string): string {
    const tags: unknown = this.#document.tags;
    const subject =
      page === ''
        ? this.#document.info
        : Array.isArray(tags)
          ? tags.find((tag) => isObject(tag) && this.#tags.find(asString(tag.name) ?? '') === page)
          : undefined;
    return isObject(subject) ? (asString(subject.description) ?? '') : '';
  }
}

/** A heading with the slugs of its parents: `errors/retrying`. */
interface Section extends MarkdownHeading {
  readonly path: string;
}

function sectionsIn(description: string): Section[] {
  const above: string[] = [];
  return markdownHeadings(description).map((heading) => {
    above.length = heading.level - 2;
    above.push(heading.slug);
    return { ...heading, path: above.join('/') };
  });
}

/** Pages by name; a name that differs only in case or punctuation matches if no other does. */
class Names {
  readonly #exact = new Map<string, PagePlace>();
  readonly #loose = new Map<string, PagePlace>();

  add(name: string, page: PagePlace): void {
    if (!this.#exact.has(name)) this.#exact.set(name, page);
    const slug = slugOf(name);
    if (slug !== '' && !this.#loose.has(slug)) this.#loose.set(slug, page);
  }

  find(name: string): PagePlace | undefined {
    return this.#exact.get(name) ?? this.#loose.get(slugOf(name));
  }

  get names(): readonly string[] {
    return [...this.#exact.keys()];
  }
}

/** Every string in a value that may be a description: which one it is does not matter for its links. */
function eachText(value: unknown, visit: (text: string) => void): void {
  if (typeof value === 'string') visit(value);
  else if (Array.isArray(value)) for (const child of value) eachText(child, visit);
  else if (isObject(value)) for (const child of Object.values(value)) eachText(child, visit);
}
