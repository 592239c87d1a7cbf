import type { SampleRequest } from './request.ts';

/** Methods that `fetch` refuses, in any case (Fetch standard section 2.2.1, "forbidden method"). */
const FORBIDDEN_METHODS: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK']);

/** Methods with which `fetch` sends no body, in any case (Fetch standard section 5.4). */
const BODILESS_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Methods that change nothing on the server (RFC 9110 section 9.2.1; OpenAPI 3.2 has `query`, too). */
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'QUERY', 'TRACE']);

/** Whether a request with a method changes nothing on the server. */
export function isSafeMethod(method: string): boolean {
  return SAFE_METHODS.has(method.toUpperCase());
}

/** Whether `fetch` sends a body with a method. */
export function maySendBody(method: string): boolean {
  return !BODILESS_METHODS.has(method.toUpperCase());
}

/** The part of a request that makes `fetch` throw; undefined if it can send the request. */
export function refusedByFetch({
  method,
  body,
}: Pick<SampleRequest, 'method' | 'body'>): 'method' | 'body' | undefined {
  if (FORBIDDEN_METHODS.has(method.toUpperCase())) return 'method';
  return body && !maySendBody(method) ? 'body' : undefined;
}
