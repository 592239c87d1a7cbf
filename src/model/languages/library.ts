import type { shellCurl } from '@scalar/snippetz/plugins/shell/curl';
import { isObject } from '../guards.ts';
import type { SampleBody, SampleRequest } from '../request.ts';
import type { FormField } from '../serialize.ts';
import { haveOwnNames, textOf } from './body.ts';
import { basicToken } from './language.ts';

/** What of the library writes a language. */
export type Client = Pick<typeof shellCurl, 'generate'>;

/** A client of the library, and what has to be mended. */
export interface Mended {
  readonly client: Client;
  /** Text as it stands inside of the quotes that the client writes. */
  readonly escape: (text: string) => string;
  /** What the client writes around a body that is text. */
  readonly around: readonly [before: string, after: string];
  /** A body that is text, in place of what the client writes. */
  readonly textBody: (text: string) => string;
  /** A body that is a file, in place of what the client writes. */
  readonly fileBody: (fileName: string) => string;
  /** True where JSON is written as a literal of the language instead of as text. */
  readonly jsonLiteral?: boolean;
  /** True where a form may have several fields of one name. */
  readonly repeatedFields?: boolean;
  /** HTTP basic authentication as code, where the client does not write it its own way. */
  readonly basic?: (credentials: string) => string;
  /** What the client gets wrong in the parts of a multipart form. */
  readonly parts?: (fields: readonly FormField[]) => readonly FormField[];
  /** The value of a part as code, where the client's is wrong. */
  readonly part?: (field: FormField) => string | undefined;
  /** The last touch. */
  readonly finish?: (code: string, request: SampleRequest) => string;
}

/** A request for the library, without its body. */
export function harOf({ method, url }: SampleRequest) {
  return {
    method,
    url,
    cookies: [],
    queryString: [],
    httpVersion: 'HTTP/1.1',
    headersSize: -1,
    bodySize: -1,
  };
}

/**
 * A writer of requests by a client of the library. The library escapes some texts and forgets others,
 * so it never sees a text with anything to escape: in its place stands a mark, which afterwards gives
 * way to the text as the language writes it.
 */
export function fromLibrary(mended: Mended): (request: SampleRequest) => string {
  return (request) => {
    const marks = new Marks(request);
    const { basic } = request;
    const headers = request.headers.map(([name, value]) => ({
      name: marks.of(name),
      value: marks.of(value),
    }));
    if (basic && mended.basic) {
      headers.push({ name: 'Authorization', value: marks.code(basicCode(basic, mended.basic)) });
    }
    const postData = request.body && harBody(request.body, mended, marks);
    const written = mended.client.generate(
      { ...harOf(request), headers, ...(postData && { postData }) },
      basic && !mended.basic
        ? { auth: { username: marks.of(basic.username), password: marks.of(basic.password) } }
        : undefined,
    );
    const code = withBody(marks.resolve(written, mended.escape), request, mended, marks);
    return mended.finish?.(code, request) ?? code;
  };
}

/** `btoa` takes Latin-1 alone. */
function basicCode(
  basic: NonNullable<SampleRequest['basic']>,
  write: (credentials: string) => string,
): string {
  const credentials = `${basic.username}:${basic.password}`;
  return /^\p{ASCII}*$/u.test(credentials) ? write(credentials) : `'Basic ${basicToken(basic)}'`;
}

type HarBody = NonNullable<Parameters<Client['generate']>[0]>['postData'];

/** The body for the library. What it says of the media type only selects how the library writes it. */
function harBody(body: SampleBody, mended: Mended, marks: Marks): HarBody {
  const params = formParams(body, mended, marks);
  if (params) {
    const isForm = body.kind === 'form';
    return {
      mimeType: isForm ? 'application/x-www-form-urlencoded' : 'multipart/form-data',
      params,
    };
  }
  const data = body.kind === 'json' && mended.jsonLiteral ? jsonContainer(body.text) : undefined;
  // A text that is no JSON is what every client writes as it is.
  return {
    mimeType: 'application/json',
    text: data ? JSON.stringify(marks.within(data)) : marks.body,
  };
}

function formParams(body: SampleBody, mended: Mended, marks: Marks) {
  if (body.kind !== 'form' && body.kind !== 'multipart') {
    return undefined;
  }
  const { fields } = body;
  const isRepeated = body.kind === 'form' && !haveOwnNames(fields);
  if (fields.length === 0 || (isRepeated && !mended.repeatedFields)) {
    return undefined;
  }
  if (body.kind === 'form') {
    return fields.map(({ name, value }) => ({ name: marks.of(name), value: marks.of(value) }));
  }
  return (mended.parts?.(fields) ?? fields).map((field) => {
    const { name, value, isFile, contentType } = field;
    const code = mended.part?.(field);
    if (code !== undefined) {
      return { name: marks.of(name), value: marks.code(code) };
    }
    return {
      name: marks.of(name),
      ...(isFile ? { fileName: value } : { value: marks.of(value) }),
      ...(contentType && { contentType: marks.of(contentType) }),
    };
  });
}

/** Puts a body that is text, or a file, in place of its mark. */
function withBody(code: string, { body }: SampleRequest, mended: Mended, marks: Marks): string {
  const [before, after] = mended.around;
  const place = before + marks.body + after;
  if (!body || !code.includes(place)) {
    return code;
  }
  const text =
    body.kind === 'file' ? mended.fileBody(body.fileName) : mended.textBody(textOf(body) ?? '');
  return code.split(place).join(text);
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
    return /^[A-Za-z0-9 _./@+-]*$/.test(text) && !(text in {}) ? text : this.#mark(text, 'e');
  }

  /** A mark that gives way, with the quotes around it, to code. */
  code(text: string): string {
    return this.#mark(text, 'c');
  }

  #mark(text: string, end: string): string {
    this.#texts.push(text);
    return `${this.#prefix}${this.#texts.length - 1}${end}`;
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
    const text = (index: string) => this.#texts[Number(index)] ?? '';
    const mark = new RegExp(`${this.#prefix}(\\d+)e|["']${this.#prefix}(\\d+)c["']`, 'g');
    return code.replace(mark, (_mark, quoted?: string, coded = '') =>
      quoted === undefined ? text(coded) : write(text(quoted)),
    );
  }
}
