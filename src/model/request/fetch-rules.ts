import type { SampleRequest } from './request.ts';

/** Methods that `fetch` refuses, in any case (Fetch standard section 2.2.1, "forbidden method"). */
const FORBIDDEN_METHODS: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK']);

/** Methods that `fetch` sends no body with, in any case (Fetch standard section 5.4). */
const BODILESS_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Whether `fetch` sends a body with a method. */
export function maySendBody(method: string): boolean {
  return !BODILESS_METHODS.has(method.toUpperCase());
}

/** What of a request makes `fetch` throw; undefined where it sends the request. */
export function refusedByFetch({
  method,
  body,
}: Pick<SampleRequest, 'method' | 'body'>): 'method' | 'body' | undefined {
  if (FORBIDDEN_METHODS.has(method.toUpperCase())) return 'method';
  return body && !maySendBody(method) ? 'body' : undefined;
}
