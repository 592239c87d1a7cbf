import type { SampleRequest } from '../../request/request.ts';

/** A language of samples. */
export interface Language {
  /** Part of anchors, of `samples` in `openapi/apis.ts`, and of what a reader's browser remembers. */
  readonly id: string;
  readonly label: string;
  /** Highlighting language. */
  readonly language: string;
  /** A program that does nothing but say something, in a comment of one line. */
  readonly comment: (text: string) => string;
  /** Why the language cannot send a request, in English and without a text of the document; undefined where it can. */
  readonly cannot?: (request: SampleRequest) => string | undefined;
  /** A request as a program of the language, every text in it escaped. */
  readonly write: (request: SampleRequest) => string;
}

/** Comments as most shells and scripts have them. */
export const hashComment = (text: string): string => `# ${text}`;

/** Comments as languages have them that descend from C. */
export const slashComment = (text: string): string => `// ${text}`;

/** Lines of code: those that are false are left out. */
export function lines(
  ...parts: readonly (string | false | undefined | readonly string[])[]
): string {
  return parts.flatMap((part) => (part === false || part === undefined ? [] : part)).join('\n');
}

/** What HTTP basic authentication sends (RFC 7617): the bytes of UTF-8 in Base64. */
export function basicToken({ username, password }: NonNullable<SampleRequest['basic']>): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return btoa(String.fromCharCode(...bytes));
}
