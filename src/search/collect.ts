import { AUTHENTICATION, bodySchemaAnchor, ERRORS, valueAnchor } from '../address/anchor.ts';
import { append } from '../json/append.ts';
import { isNumber } from '../json/number.ts';
import { markdownHeadings, markdownToText } from '../model/description/markdown.ts';
import { schemeAnchors } from '../model/page/anchor.ts';
import { introductionOf } from '../model/page/introduction.ts';
import type { InfoPageModel, OperationModel, PageModel } from '../model/page/page.ts';
import type { ParameterModel } from '../model/request/parameter.ts';
import type { SchemaNode } from '../model/schema/schema.ts';
import { valueText } from '../model/schema/value-text.ts';
import { readable } from '../openapi/name-words.ts';
import { cutAtWord } from '../slices/text.ts';
import { type Entry, type Place, placesKey, SECTIONS } from './entry.ts';

/** An entry with all its places, best first. */
export interface Found extends Omit<Entry, 'best' | 'places' | 'files'> {
  readonly places: readonly Place[];
}

interface Ranked extends Place {
  /** Lower is better: where a reader would look first. */
  readonly rank: number;
  readonly depth: number;
}

/** A name on a page. Plain data: it may be written as JSON, and read for `Names.addAgain`. */
export interface Occurrence {
  readonly entry: Omit<Found, 'places'>;
  readonly place: Ranked;
}

/** The current place of a walk. */
interface Around {
  readonly page: string;
  readonly on: string;
  readonly in?: string;
  readonly rank: number;
  readonly path: readonly string[];
}

/** Letters of a description: a line. */
const ABOUT = 100;

/** A property's own page comes first, then parameters, requests and responses. */
const RANK = { schema: 0, parameter: 1, request: 2, response: 3, callback: 4 } as const;

/**
 * Collects the names of an API and their places from what its pages show: each name of a kind is one entry.
 * Anchors are those of the pages, so they must be built the same way. Deterministic: entries are in the order
 * of their first occurrence.
 */
export class Names {
  readonly #entries = new Map<string, Omit<Found, 'places'>>();
  readonly #places = new Map<string, Ranked[]>();
  /** Keys of known places: several alternatives may require the same scope. */
  readonly #known = new Set<string>();

  /** What the page that is being added has named so far. */
  #page: Occurrence[] = [];

  /** Adds the names of a page, and returns them. */
  add(model: PageModel): readonly Occurrence[] {
    this.#page = [];
    this.#addPage(model);
    return this.#page;
  }

  /** The same for a page whose names are known. */
  addAgain(names: readonly Occurrence[]): void {
    for (const { entry, place } of names) this.#keep(entry, place);
  }

  #addPage(model: PageModel): void {
    const { id, title } = model.page;
    switch (model.kind) {
      case 'operation':
      case 'webhook':
        this.#operationPage(model);
        break;
      case 'schema': {
        this.#put({ kind: 'schema', name: model.name, ...titled(title, model.name) }, { at: id });
        const around = { page: id, on: model.name, rank: RANK.schema, path: [] };
        this.#schema(model.schema, 'schema', around);
        break;
      }
      case 'tag':
        this.#put({ kind: 'tag', name: model.name, ...titled(title, model.name) }, { at: id });
        break;
      case 'schemaList':
      case 'changelog':
        // Found like the other lists.
        this.#put({ kind: 'tag', name: title }, { at: id });
        break;
      case 'release':
        this.#put({ kind: 'heading', name: model.release.version, title }, { at: id });
        break;
      case 'info':
        this.#infoPage(model);
    }
  }

  /** All entries so far. */
  all(): Found[] {
    return [...this.#entries].map(([key, entry]) => ({
      ...entry,
      places: (this.#places.get(key) ?? [])
        .toSorted(
          (a, b) =>
            a.rank - b.rank || a.depth - b.depth || (a.on?.length ?? 0) - (b.on?.length ?? 0),
        )
        .map(({ rank: _, depth: __, ...place }) => place),
    }));
  }

  #put(entry: Omit<Found, 'places'>, place: Place, { rank = 0, depth = 0 } = {}): void {
    const ranked = { ...place, rank, depth };
    this.#page.push({ entry, place: ranked });
    this.#keep(entry, ranked);
  }

  #keep(entry: Omit<Found, 'places'>, place: Ranked): void {
    const key = placesKey(entry);
    if (!this.#entries.has(key)) this.#entries.set(key, entry);
    const placeKey = [key, place.at, place.path].join('\n');
    if (this.#known.has(placeKey)) return;
    this.#known.add(placeKey);
    append(this.#places, key, place);
  }

  #infoPage(model: InfoPageModel): void {
    const { title } = model;
    for (const section of introductionOf(model))
      this.#put({ kind: 'heading', name: SECTIONS[section], title }, { at: `#${section}` });
    for (const { id, text } of markdownHeadings(model.info.description ?? '')) {
      const name = text.trim();
      const place = { at: `#${encodeURIComponent(id)}` };
      if (name !== '') this.#put({ kind: 'heading', name, title }, place, { rank: 1 });
    }
    const anchors = schemeAnchors(model.securitySchemes.map(({ name }) => name));
    for (const scheme of model.securitySchemes) {
      const at = `#${anchors.get(scheme.name)}`;
      this.#put({ kind: 'scheme', name: scheme.name, title: scheme.title }, { at });
      for (const { name } of scheme.flows.flatMap(({ scopes }) => scopes))
        this.#put({ kind: 'scope', name, title: scheme.name }, { at: valueAnchor(at, name) });
    }
    for (const { status, label } of model.errors)
      this.#put({ kind: 'status', name: status, ...titled(label, status) }, { at: `#${ERRORS}` });
  }

  #operationPage(model: OperationModel): void {
    const { id, title } = model.page;
    const { method, path, operationId = title } = model;
    const tags = Object.keys(model.page.tagPages);
    this.#put(
      {
        kind: 'operation',
        name: operationId,
        ...titled(title, operationId),
        method,
        path,
        ...(tags.length > 0 && { tags }),
        ...about(model.description, title),
        ...(model.deprecation && { deprecated: true }),
      },
      { at: id },
    );
    this.#operation(model, { page: id, on: `${method} ${path}`, path: [] });
    for (const { scopes } of model.security.flatMap(({ schemes }) => schemes)) {
      for (const { name } of scopes)
        this.#put(
          { kind: 'scope', name },
          { at: valueAnchor(`${id}#${AUTHENTICATION}`, name), on: `${method} ${path}` },
          { rank: RANK.request },
        );
    }
    for (const { name, operation } of model.callbacks)
      this.#operation(operation, { page: id, on: `${method} ${path}`, path: [], callback: name });
  }

  #operation(
    { parameters, requestBody, responses }: OperationModel,
    place: Omit<Around, 'rank' | 'in'> & { readonly callback?: string },
  ): void {
    const { callback, ...page } = place;
    const around = (where: string, rank: number): Around =>
      callback === undefined
        ? { ...page, in: where, rank }
        : { ...page, in: `callback ${callback}: ${where}`, rank: RANK.callback };
    for (const { in: where, parameters: list } of parameters)
      for (const parameter of list) this.#parameter(parameter, around(where, RANK.parameter));
    for (const { schema, itemSchema, anchor } of requestBody?.content ?? [])
      for (const node of [schema, itemSchema])
        if (node) this.#schema(node, bodySchemaAnchor(anchor), around('request', RANK.request));
    for (const { status, label, anchor, headers, content } of responses) {
      const inside = around(`response ${status}`, RANK.response);
      this.#put(
        { kind: 'status', name: status, ...titled(label, status) },
        { at: `${page.page}#${anchor}`, on: page.on },
        { rank: RANK.response },
      );
      for (const header of headers) this.#parameter(header, inside);
      for (const { schema, itemSchema, anchor: own } of content)
        for (const node of [schema, itemSchema])
          if (node) this.#schema(node, bodySchemaAnchor(own), inside);
    }
  }

  #parameter({ name, anchor, schema }: ParameterModel, around: Around): void {
    this.#field(name, anchor, schema, around);
    this.#schema(schema, anchor, { ...around, path: [name] });
  }

  #field(name: string, anchor: string, { type }: SchemaNode, around: Around): void {
    const path = [...around.path, name];
    this.#put(
      { kind: 'field', name },
      { ...placeOf(around, anchor), ...(path.length > 1 && { path: path.join('.') }), type },
      { rank: around.rank, depth: around.path.length },
    );
  }

  /** @param anchor Anchor of the part that contains the schema. */
  #schema(node: SchemaNode, anchor: string, around: Around): void {
    const values = node.const === undefined ? node.enum : [...node.enum, { value: node.const }];
    for (const { value } of values) {
      if (typeof value !== 'string' && !isNumber(value)) continue;
      const place = placeOf(around, valueAnchor(anchor, valueText(value)));
      this.#put(
        { kind: 'value', name: String(value) },
        { ...place, ...(around.path.length > 0 && { path: around.path.join('.') }) },
        { rank: around.rank, depth: around.path.length },
      );
    }
    for (const property of node.properties) {
      if (property.kind === 'property')
        this.#field(property.name, property.anchor, property.schema, around);
      this.#schema(property.schema, property.anchor, within(around, property.name));
    }
    for (const option of node.choices?.options ?? [])
      this.#schema(option.schema, option.anchor, within(around, `(${option.label})`));
    for (const part of node.parts) this.#schema(part.schema, anchor, around);
  }
}

function placeOf({ page, on, in: where }: Around, anchor: string): Place {
  return { at: `${page}#${anchor}`, on, ...(where !== undefined && { in: where }) };
}

function within(around: Around, name: string): Around {
  return { ...around, path: [...around.path, name] };
}

/** The beginning of a description, unless the title says it. */
function about(description = '', title: string): { about?: string } {
  const text = cutAtWord(markdownToText(description), ABOUT);
  return text === '' || text.replace(/\.$/, '') === title ? {} : { about: text };
}

/** A title, if it adds something to the name. */
function titled(title: string, name: string): { title?: string } {
  return title === name || title === readable(name) ? {} : { title };
}
