import type { jsFetch } from '@scalar/snippetz/plugins/js/fetch';
import { cached } from '../../../json/cached.ts';
import { numberKey } from '../../../json/decimal.ts';
import { asArray, isObject } from '../../../json/guards.ts';
import { ExactNumber } from '../../../json/number.ts';
import { parseJson } from '../../../json/text.ts';
import type { SampleBody, SampleRequest } from '../../request/request.ts';
import type { FormField } from '../../request/serialize.ts';
import { haveOwnNames, textOf } from './body.ts';
import { basicToken } from './language.ts';

/** The parts of the library that write a language. */
export type Client = Pick<typeof jsFetch, 'generate'>;

/** A client of the library, and its corrections. */
export interface CorrectedClient {
  readonly client: Client;
  /** A text as a literal of the language, with its quotes. */
  readonly literal: (text: string) => string;
  /** A name, where the client writes no quotes. */
  readonly name?: (text: string) => string;
  /** A text body, as code. */
  readonly textBody: (text: string) => string;
  /** A file body, as code. */
  readonly fileBody: (fileName: string) => string;
  /** True if a form may have several fields with the same name. */
  readonly repeatedFields?: boolean;
  /** HTTP basic authentication as code, unless the client writes it in its own way. */
  readonly basic?: (credentials: string) => string;
  /** Corrections of the parts of a multipart form. */
  readonly parts?: (fields: readonly FormField[]) => readonly FormField[];
  /** The value of a part as code, if the client's is wrong. */
  readonly part?: (field: FormField) => string | undefined;
  /** Final corrections, on code that has placeholders for all texts. */
  readonly finish: (code: string, request: SampleRequest) => string;
}

/** Methods for which the library has functions. */
const METHODS: ReadonlySet<string> = new Set('GET POST PUT DELETE PATCH HEAD OPTIONS'.split(' '));

/**
 * Creates a request writer from a client of the library. The library escapes some texts and forgets others,
 * so it never sees the text of a request: a placeholder takes its place, and is finally replaced, including
 * the quotes around it, with the text as the language writes it.
 */
export function fromLibrary(corrected: CorrectedClient): (request: SampleRequest) => string {
  return (request) => {
    const marks = new Marks(corrected);
    const { basic, method, url } = request;
    const headers = request.headers.map(([name, value]) => ({
      name: marks.of(name),
      value: marks.of(value),
    }));
    if (basic && corrected.basic) {
      const name = marks.of('Authorization');
      headers.push({ name, value: marks.code(basicCode(basic, corrected.basic)) });
    }
    const postData = request.body && harBody(request.body, corrected, marks);
    const written = corrected.client.generate(
      {
        method: METHODS.has(method) ? method : marks.of(method),
        // The library breaks lines depending on the length of the URL.
        url: marks.of(url).padEnd(url.length, 'z'),
        cookies: [],
        queryString: [],
        httpVersion: 'HTTP/1.1',
        headersSize: -1,
        bodySize: -1,
        headers,
        ...(postData && { postData }),
      },
      basic && !corrected.basic
        ? { auth: { username: marks.of(basic.username), password: marks.of(basic.password) } }
        : undefined,
    );
    return marks.resolve(corrected.finish(written, request));
  };
}

/** `btoa` accepts only Latin-1. */
function basicCode(
  basic: NonNullable<SampleRequest['basic']>,
  write: (credentials: string) => string,
): string {
  const credentials = `${basic.username}:${basic.password}`;
  return /^\p{ASCII}*$/u.test(credentials) ? write(credentials) : `'Basic ${basicToken(basic)}'`;
}

type HarBody = NonNullable<Parameters<Client['generate']>[0]>['postData'];

/** The body for the library. The media type here only selects how the library writes it. */
function harBody(body: SampleBody, corrected: CorrectedClient, marks: Marks): HarBody {
  const params = formParams(body, corrected, marks);
  if (params) {
    const isForm = body.kind === 'form';
    return {
      mimeType: isForm ? 'application/x-www-form-urlencoded' : 'multipart/form-data',
      params,
    };
  }
  const data = body.kind === 'json' ? jsonContainer(body.text) : undefined;
  const code =
    body.kind === 'file'
      ? corrected.fileBody(body.fileName)
      : corrected.textBody(textOf(body) ?? '');
  // Every client writes text that is not JSON, such as a placeholder, as is.
  return {
    mimeType: 'application/json',
    text: data ? JSON.stringify(marks.within(data)) : marks.code(code),
  };
}

function formParams(body: SampleBody, corrected: CorrectedClient, marks: Marks) {
  if (body.kind !== 'form' && body.kind !== 'multipart') return undefined;
  const { fields } = body;
  const isRepeated = body.kind === 'form' && !haveOwnNames(fields);
  if (fields.length === 0 || (isRepeated && !corrected.repeatedFields)) return undefined;
  if (body.kind === 'form')
    return fields.map(({ name, value }) => ({ name: marks.of(name), value: marks.of(value) }));
  return (corrected.parts?.(fields) ?? fields).map((field) => {
    const { name, value, isFile, contentType } = field;
    const code = corrected.part?.(field);
    if (code !== undefined) return { name: marks.of(name), value: marks.code(code) };
    return {
      name: marks.of(name),
      ...(isFile ? { fileName: marks.of(value) } : { value: marks.of(value) }),
      ...(contentType && { contentType: marks.of(contentType) }),
    };
  });
}

/** An object or list that can be written as a literal: programs don't change its numbers. */
function jsonContainer(text: string): object | undefined {
  try {
    const value = parseJson(text);
    return (isObject(value) || Array.isArray(value)) && isLiteral(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * `1.50` is a literal in every language; a number that is not a double, or has an exponent, is sent as text.
 */
function isLiteral(value: unknown): boolean {
  if (value instanceof ExactNumber)
    return !/e|^-0/i.test(value.text) && numberKey(value) === numberKey(Number(value));
  return asList(value).every(isLiteral);
}

function asList(value: unknown): readonly unknown[] {
  return isObject(value) ? Object.values(value) : asArray(value);
}

/** Placeholders for texts and code, which the library writes like names: nothing in them needs escaping. */
class Marks {
  readonly #writers: Pick<CorrectedClient, 'literal' | 'name'>;
  /** The text of a placeholder, with and without quotes around it. */
  readonly #meanings: { readonly quoted: string; readonly bare: string }[] = [];
  readonly #known = new Map<string, string>();

  constructor(writers: Pick<CorrectedClient, 'literal' | 'name'>) {
    this.#writers = writers;
  }

  /** The placeholder of a text, the same for the same text: the library groups fields by name. */
  of(text: string): string {
    const { literal, name = literal } = this.#writers;
    return cached(this.#known, text, () => this.#add(literal(text), name(text)));
  }

  /** A placeholder that is replaced, including the quotes around it, with code. */
  code(code: string): string {
    return this.#add(code, code);
  }

  #add(quoted: string, bare: string): string {
    return `mark${this.#meanings.push({ quoted, bare }) - 1}z`;
  }

  /** A JSON value with placeholders for its names and texts. */
  within(value: unknown): unknown {
    if (typeof value === 'string') return this.of(value);
    if (value instanceof ExactNumber) return this.code(value.text);
    if (Array.isArray(value)) return value.map((item) => this.within(item));
    return isObject(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, member]) => [this.of(name), this.within(member)]),
        )
      : value;
  }

  resolve(code: string): string {
    return code.replace(/(["']?)\bmark(\d+)z+\b\1/g, (_mark, quote: string, index: string) => {
      const { quoted = '', bare = '' } = this.#meanings[Number(index)] ?? {};
      return quote === '' ? bare : quoted;
    });
  }
}
