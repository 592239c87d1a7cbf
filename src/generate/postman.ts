import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { asArray, defined, isObject, type JsonObject } from '../json/guards.ts';
import { jsonText, parseJson } from '../json/text.ts';
import { createContext } from '../model/page/context.ts';
import { buildOperationPage, sourceOf } from '../model/page/operation.ts';
import type { SampleBody } from '../model/request/request.ts';
import { buildServers } from '../model/request/server.ts';
import { baseUrlOf, isRelative } from '../model/request/server-url.ts';
import { buildRequest, parametersOf, sampleOf } from '../model/samples/sample-request.ts';
import { METHODS } from '../openapi/methods.ts';
import type { Document } from '../openapi/types.ts';
import type { SliceDocument } from '../slices/slice.ts';
import type { Slice } from '../slices/slices.ts';
import { ConfigError } from './config.ts';

/** Methods that a Path Item Object has had since OpenAPI 3.0, which is what the library reads. */
const KNOWN: ReadonlySet<string> = new Set(METHODS.filter((method) => method !== 'query'));

/**
 * All requests of an API as a Postman collection (schema 2.1), made by Postman's own library: with a folder for each tag,
 * the titles of pages as names, the values of samples, and variables for the server and the credentials. Responses are
 * left out, which would be most of it. The same document gives the same bytes.
 *
 * @throws ConfigError if the library cannot read the document.
 */
export async function postmanCollection(
  document: Document,
  slices: readonly Slice[],
): Promise<string> {
  const { data, error } = await converted(jsonText(requestsOnly(document, slices)));
  if (data === undefined)
    throw new ConfigError(
      `The document has no Postman collection: ${error}. Remove 'postman' from the option "collections".`,
    );
  return `${jsonText(withFixedIds(parseJson(data)), 2)}\n`;
}

/** What the library needs of a document: each request as its sample. */
function requestsOnly(document: Document, slices: readonly Slice[]): JsonObject {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { page, json } of slices) {
    const { kind, path, method } = page;
    if (kind !== 'operation' || path === undefined || !KNOWN.has(method ?? '')) continue;
    const request = requestIn(parseJson(json) as SliceDocument, page.title);
    paths[path] = { ...paths[path], [method ?? '']: request };
  }
  const context = createContext(document as unknown as SliceDocument);
  const servers = buildServers([document.servers], context).map((server) =>
    isRelative(server) ? { url: baseUrlOf(server) } : server,
  );
  return {
    openapi: '3.0.3',
    info: document.info,
    tags: asArray(document.tags),
    servers: asArray(document.servers).map((server, at) => ({
      ...(isObject(server) && server),
      ...defined({ url: servers[at]?.url }),
    })),
    ...defined({ security: document.security }),
    components: { securitySchemes: document.components?.securitySchemes ?? {} },
    paths,
  };
}

function requestIn(slice: SliceDocument, title: string): JsonObject {
  const context = createContext(slice);
  const operation = buildOperationPage(context);
  const { raw } = sourceOf(context);
  const { body, headers } = buildRequest(operation, raw, context);
  const type = headers.find(([name]) => name === 'Content-Type')?.[1] ?? 'multipart/form-data';
  return {
    summary: title,
    ...defined({
      operationId: operation.operationId,
      description: operation.description,
      tags: raw.tags,
      security: raw.security,
      servers: raw.servers,
    }),
    parameters: parametersOf(operation, raw, context)
      .filter(({ model }) => ['path', 'query', 'header'].includes(model.in))
      .map(({ model: { in: place, name, required, description }, parameter }) => ({
        in: place,
        name,
        required: place === 'path' || required,
        ...defined({ description }),
        schema: {},
        example: textOf(sampleOf(parameter, context)),
      })),
    ...(body && { requestBody: { content: { [type]: contentOf(body) } } }),
    responses: {},
  };
}

/** A value as the library takes it, which leaves out `false` and `0`. */
function textOf(value: unknown): unknown {
  return typeof value === 'object' ? value : String(value);
}

function contentOf(body: SampleBody): JsonObject {
  switch (body.kind) {
    case 'json':
      return { schema: {}, example: jsonOf(body.text) };
    case 'text':
      return { schema: { type: 'string' }, example: body.text };
    case 'file':
      return { schema: { type: 'string', format: 'binary' } };
    default: {
      const fields = body.fields.map(({ name, value, isFile }) => [
        name,
        isFile ? { type: 'string', format: 'binary' } : { type: 'string', example: value },
      ]);
      return { schema: { type: 'object', properties: Object.fromEntries(fields) } };
    }
  }
}

/** The value of a JSON body; a text that is not JSON, as it is. */
function jsonOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

/**
 * The library fills gaps with random values and the date: in a thread of its own, these are fixed. Its module remembers
 * which function gives random numbers, so the thread replaces that before it loads the module.
 */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
let seed = 1;
Math.random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const Now = Date;
globalThis.Date = class extends Now {
  constructor(...given) { super(...(given.length > 0 ? given : [Now.now()])); }
  static now() { return 0; }
};
const { convertV2 } = require(workerData.library);
const options = {
  folderStrategy: 'Tags',
  requestNameSource: 'Fallback',
  parametersResolution: 'Example',
  requestParametersResolution: 'Example',
  includeDeprecated: true,
  optimizeConversion: false,
};
convertV2({ type: 'string', data: workerData.document }, options, (error, result) => {
  const data = result?.result && JSON.stringify(result.output[0].data);
  parentPort.postMessage(data ? { data } : { error: String(error?.message ?? result?.reason) });
});
`;

interface Converted {
  readonly data?: string;
  readonly error?: string;
}

function converted(document: string): Promise<Converted> {
  const library = createRequire(import.meta.url).resolve('openapi-to-postmanv2');
  return new Promise((resolve) => {
    const worker = new Worker(THREAD, { eval: true, workerData: { library, document } });
    worker.once('message', (message: Converted) => {
      resolve(message);
      void worker.terminate();
    });
    worker.once('error', ({ message }: Error) => resolve({ error: message }));
    worker.once('exit', () => resolve({ error: 'the library ended without an answer' }));
  });
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** With ids that depend on the places of requests, instead of random ones. */
function withFixedIds(value: unknown, place = 'collection'): unknown {
  if (Array.isArray(value)) return value.map((item, at) => withFixedIds(item, `${place}/${at}`));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const isId = (name === 'id' || name === '_postman_id') && UUID.test(String(member));
      return [name, isId ? uuidOf(place) : withFixedIds(member, `${place}/${name}`)];
    }),
  );
}

/** A UUID (RFC 9562, version 8) that is a hash of a text. */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
