import type { SampleRequest } from '../../request/request.ts';

/** A language of samples. */
export interface Language {
  /** Used in anchors, in `samples` of `openapi/apis.ts`, and in the reader's stored choice. */
  readonly id: string;
  readonly label: string;
  /** Highlighting language. */
  readonly language: string;
  /** A program that consists of a one-line comment. */
  readonly comment: (text: string) => string;
  /**
   * Why the language cannot send a request, in English and without text from the document; undefined if it
   * can.
   */
  readonly cannot?: (request: SampleRequest) => string | undefined;
  /** A request as a program of the language, every text in it escaped. */
  readonly write: (request: SampleRequest) => string;
}

/** Comments of most shells and scripting languages. */
export const hashComment = (text: string): string => `# ${text}`;

/** Comments of C-like languages. */
export const slashComment = (text: string): string => `// ${text}`;

/** Lines of code; false ones are omitted. */
export function lines(
  ...parts: readonly (string | false | undefined | readonly string[])[]
): string {
  return parts.flatMap((part) => (part === false || part === undefined ? [] : part)).join('\n');
}

/** The header value for HTTP basic authentication (RFC 7617): the bytes of UTF-8 in Base64. */
export function basicToken({ username, password }: NonNullable<SampleRequest['basic']>): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return btoa(String.fromCharCode(...bytes));
}
