import { encode } from '../request/parameter-value.ts';

/** A web site where readers can ask a language model about a page. */
export interface Assistant {
  readonly label: string;
  /** Its address, with `{prompt}` in the query: the question that it begins with. */
  readonly url: string;
}

/** The name that is in braces. */
export const ASSISTANT_PLACES = ['prompt'] as const;

/** Those that pages link to by default. */
export const ASSISTANTS: readonly Assistant[] = [
  { label: 'ChatGPT', url: 'https://chatgpt.com/?q={prompt}' },
  { label: 'Claude', url: 'https://claude.ai/new?q={prompt}' },
];

/**
 * The address that begins with a question. It is percent-encoded, and options only allow it in the query: nothing that
 * a document says changes where the link leads.
 */
export function assistantUrl({ url }: Assistant, prompt: string): string {
  return url.replaceAll('{prompt}', () => encode(prompt));
}
