import type { ModelContext } from './context.ts';
import { isObject } from './guards.ts';
import type { OperationModel } from './page.ts';
import type { SampleBody, SampleRequest } from './request.ts';
import { LANGUAGES, type Language } from './sample-language.ts';
import { buildRequest } from './sample-request.ts';
import type { FormField } from './serialize.ts';

/** Request code in a language. */
export interface SampleModel {
  /** Stable id: `shell`, `python`, `javascript`, `go`. */
  readonly id: string;
  /** `curl`, `Python`. */
  readonly label: string;
  /** Highlighting language. */
  readonly language: string;
  readonly code: string;
}

/**
 * Requests as code, in every language of the table. `operation` is what the page shows, `raw` the
 * same as the document has it. None where the method could not be sent.
 */
export function samplesOf(
  operation: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
): SampleModel[] {
  if (!/^[A-Z][A-Z-]*$/.test(operation.method)) {
    return [];
  }
  const request = buildRequest(operation, raw, context);
  return LANGUAGES.map((language) => {
    const { id, label, language: highlighting } = language;
    return { id, label, language: highlighting, code: writeSample(request, language) };
  });
}

/**
 * Writes a request in a language. The library escapes some texts and forgets others, so it never
 * sees a text with anything to escape: in its place stands a mark, which afterwards gives way to the
 * text as the language writes it.
 */
export function writeSample(request: SampleRequest, language: Language): string {
  const marks = new Marks(request);
  const { method, url, basic } = request;
  const headers = [...request.headers.map(([name, value]) => ({ name, value }))];
  if (basic && !language.basic) {
    const credentials = btoa(`${basic.username}:${basic.password}`);
    headers.push({ name: 'Authorization', value: `Basic ${credentials}` });
  }
  const marked = headers.map(({ name, value }) => ({
    name: marks.of(name),
    value: marks.of(value),
  }));
  const body = request.body && harBody(request.body, language, marks);
  const har = {
    method,
    url,
    headers: marked,
    cookies: [],
    queryString: [],
    httpVersion: 'HTTP/1.1',
    headersSize: -1,
    bodySize: -1,
  };
  const written = language.client.generate(
    { ...har, ...(body && { postData: body }) },
    basic && language.basic ? { auth: basic } : undefined,
  );
  const code = withBody(marks.resolve(written, language.escape), request, language, marks);
  return language.finish?.(code, request) ?? code;
}

type HarBody = NonNullable<Parameters<Language['client']['generate']>[0]>['postData'];

/** The body for the library. What it says of the media type only selects how the library writes it. */
function harBody(body: SampleBody, language: Language, marks: Marks): HarBody {
  const params = formParams(body, language, marks);
  if (params) {
    const isForm = body.kind === 'form';
    return {
      mimeType: isForm ? 'application/x-www-form-urlencoded' : 'multipart/form-data',
      params,
    };
  }
  const data = body.kind === 'json' && language.jsonLiteral ? jsonContainer(body.text) : undefined;
  // A text that is no JSON is what every client writes as it is.
  return {
    mimeType: 'application/json',
    text: data ? JSON.stringify(marks.within(data)) : marks.body,
  };
}

function formParams(body: SampleBody, language: Language, marks: Marks) {
  if (body.kind !== 'form' && body.kind !== 'multipart') {
    return undefined;
  }
  const { fields } = body;
  const names = new Set(fields.map(({ name }) => name));
  const isRepeated = body.kind === 'form' && names.size < fields.length;
  if (fields.length === 0 || (isRepeated && !language.repeatedFields)) {
    return undefined;
  }
  const parts = body.kind === 'multipart' ? (language.parts?.(fields) ?? fields) : fields;
  return parts.map(({ name, value, isFile, contentType }) => ({
    name: marks.of(name),
    ...(isFile ? { fileName: value } : { value: marks.of(value) }),
    ...(body.kind === 'multipart' && contentType && { contentType: marks.of(contentType) }),
  }));
}

/** Puts a body that is text, or a file, in place of its mark. */
function withBody(code: string, { body }: SampleRequest, language: Language, marks: Marks): string {
  const [before, after] = language.around;
  const place = before + marks.body + after;
  if (!body || !code.includes(place)) {
    return code;
  }
  const text =
    body.kind === 'file' ? language.fileBody(body.fileName) : language.textBody(textOf(body));
  return code.split(place).join(text);
}

function textOf(body: Exclude<SampleBody, { kind: 'file' }>): string {
  return 'text' in body ? body.text : urlEncoded(body.fields);
}

function urlEncoded(fields: readonly FormField[]): string {
  return new URLSearchParams(
    fields.map(({ name, value }): [string, string] => [name, value]),
  ).toString();
}

/** An object or list that a literal can stand for; `__proto__` in a literal of JavaScript is no property. */
function jsonContainer(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return (isObject(value) || Array.isArray(value)) && !text.includes('"__proto__"')
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}

/** Stand-ins for texts that need escaping, made of letters and digits that the request does not hold. */
class Marks {
  /** Stands for a body that is text. */
  readonly body: string;
  readonly #prefix: string;
  readonly #texts: string[] = [];

  constructor(request: SampleRequest) {
    const all = JSON.stringify(request);
    let prefix = '0z';
    while (all.includes(prefix)) {
      prefix += 'z';
    }
    this.#prefix = prefix;
    this.body = `${prefix}body`;
  }

  /** The text itself where no language has to escape it, else a mark for it. */
  of(text: string): string {
    if (/^[A-Za-z0-9 _./@+-]*$/.test(text) && !(text in {})) {
      return text;
    }
    this.#texts.push(text);
    return `${this.#prefix}${this.#texts.length - 1}e`;
  }

  /** A JSON value with marks for its names and texts. */
  within(value: unknown): unknown {
    if (typeof value === 'string') {
      return this.of(value);
    }
    if (Array.isArray(value)) {
      return value.map((item) => this.within(item));
    }
    return isObject(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, member]) => [this.of(name), this.within(member)]),
        )
      : value;
  }

  resolve(code: string, write: (text: string) => string): string {
    return code.replace(new RegExp(`${this.#prefix}(\\d+)e`, 'g'), (_mark, index) =>
      write(this.#texts[Number(index)] ?? ''),
    );
  }
}
