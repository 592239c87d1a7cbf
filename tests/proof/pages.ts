import { loadDocument } from '../../src/document/load.ts';
import { inline, isObject } from '../../src/json/guards.ts';
import { parseJson } from '../../src/json/text.ts';
import { createContext, type ModelContext } from '../../src/model/page/context.ts';
import { buildOperationPage, sourceOf as sourceOfPage } from '../../src/model/page/operation.ts';
import type { OperationModel } from '../../src/model/page/page.ts';
import { encode } from '../../src/model/request/parameter-value.ts';
import { LANGUAGES } from '../../src/model/samples/languages/table.ts';
import type { Placeholder } from '../../src/model/samples/placeholder.ts';
import { writeSample } from '../../src/model/samples/sample.ts';
import { buildRequest } from '../../src/model/samples/sample-request.ts';
import type { Document } from '../../src/openapi/types.ts';
import { planPages } from '../../src/slices/plan.ts';
import type { SliceDocument } from '../../src/slices/slice.ts';
import { buildSlices } from '../../src/slices/slices.ts';
import { ROOT } from '../support/site.ts';
import { type JsonObject, listOf } from './check/json.ts';

/** Where all servers of a document are moved to; stands for the host and port of a test server. */
export const STAND_IN = '127.0.0.1:44444';

/** The samples of an operation, as its page shows them. */
export interface SamplePage {
  /** `GET /books/{id}` */
  readonly operation: string;
  /** Code by language: with required fields, as the page shows it first. */
  readonly samples: ReadonlyMap<string, string>;
  /** The same with all fields; absent where that is the same. */
  readonly full?: ReadonlyMap<string, string>;
}

export interface Source {
  readonly document: JsonObject;
  readonly pages: readonly SamplePage[];
}

/** Reads a document, moves its servers, and makes the samples of all its operations. */
export async function readSource(document: string, overlays: string[] = []): Promise<Source> {
  const loaded = await loadDocument({ document, overlays, cwd: ROOT });
  if (!loaded.document) throw new Error(`${document} cannot be read`);
  return sourceOf(loaded.document);
}

/** The same for a document at hand. */
export function sourceOf(document: Document): Source {
  const moved = withServers(document);
  const { plan } = planPages(moved, 'api');
  const pages = buildSlices(moved, plan).flatMap(({ page, json }): SamplePage[] => {
    if (page.kind !== 'operation') return [];
    const context = createContext(parseJson(json) as SliceDocument);
    const model = buildOperationPage(context);
    const { samples, method, path, hasMoreFields } = model;
    return [
      {
        operation: `${method} ${path}`,
        // Ours is the one without an author.
        samples: new Map(
          samples.flatMap(({ id, variants }) =>
            variants
              .filter(({ label }) => label === undefined)
              .map(({ code, placeholders = [] }) => [id, filled(code, placeholders)]),
          ),
        ),
        ...(hasMoreFields && { full: fullSamples(model, context) }),
      },
    ];
  });
  // The validator that is not ours knows JavaScript's numbers alone.
  return { document: JSON.parse(JSON.stringify(moved)), pages };
}

/** Languages in which the samples with all fields are sent, too: bodies as data, and as text. */
export const FULL: ReadonlySet<string> = new Set(['node', 'http']);

/** The samples that a reader gets with "All fields". */
function fullSamples(model: OperationModel, context: ModelContext): ReadonlyMap<string, string> {
  const { raw } = sourceOfPage(context);
  const { placeholders, ...request } = buildRequest(model, raw, context, { fields: 'all' });
  return new Map(
    LANGUAGES.filter(({ id }) => FULL.has(id)).map((language) => [
      language.id,
      filled(writeSample(request, language), placeholders),
    ]),
  );
}

/** A sample in which a reader has replaced the placeholders. */
function filled(code: string, placeholders: readonly Placeholder[]): string {
  const text = placeholders.reduce(
    (before, placeholder) =>
      before.replace(new RegExp(`\\b${placeholder.text}\\b`, 'g'), () =>
        encode(inline(placeholder.value)),
      ),
    code,
  );
  // With another body, a message has another length.
  const longer = bodyLength(text) - bodyLength(code);
  return text.replace(
    /^(Content-Length: )(\d+)$/m,
    (_, name: string, length: string) => `${name}${Number(length) + longer}`,
  );
}

/** Bytes after the head of an HTTP message. */
function bodyLength(message: string): number {
  return Buffer.byteLength(message.slice(message.indexOf('\n\n')));
}

/**
 * The document with its servers at the stand-in: the host becomes the first part of the path, so that
 * its variables can still be seen; `https://{region}.example:{port}/v1` is then
 * `http://127.0.0.1:44444/at/{region}.example:{port}/v1`, and `/v1` `http://127.0.0.1:44444/v1`.
 */
function withServers(document: Document): Document {
  const servers = document.servers ?? [{ url: '/' }];
  return moved({ ...document, servers }) as unknown as Document;
}

function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === 'servers' ? listOf(member).map(movedServer) : moved(member),
    ]),
  );
}

function movedServer(server: unknown): unknown {
  if (!isObject(server) || typeof server.url !== 'string') return server;
  const { url } = server;
  const path = /^(https?:)?\/\//.test(url)
    ? url.replace(/^(https?:)?\/\//, '/at/')
    : url.replace(/^\/?/, '/');
  return { ...server, url: `http://${STAND_IN}${path}` };
}
