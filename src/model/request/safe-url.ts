/**
 * A URL from a document that is safe to link to: a full one with http, https or mailto. Everything else
 * (`javascript:`, a number, ...) gives undefined, and so do relative ones, which would lead into this site:
 * loading has resolved those that it could.
 */
export function safeUrl(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const address = text.startsWith('//') ? `https:${text}` : text;
  const isSafe = URL.canParse(address) && /^(https?|mailto):$/.test(new URL(address).protocol);
  return isSafe ? address : undefined;
}

/** Whether a URL is relative to another one: it has no scheme that could be harmful. */
export function isRelativeUrl(value: unknown): value is string {
  const base = 'https://relative.invalid';
  if (typeof value !== 'string' || value.trim() === '' || !URL.canParse(value, base)) return false;
  return !URL.canParse(value) && new URL(value, base).origin === base;
}

/**
 * A URL to which a request may be sent or a window may navigate: http or https, and without a user name,
 * which browsers refuse in requests and readers mistake for the host. Everything else (`javascript:`,
 * `mailto:`, `data:`, `blob:`, a number, ...) gives undefined.
 *
 * @param base Base of relative URLs; without it, only absolute ones are accepted.
 */
export function webUrl(value: unknown, base?: string): URL | undefined {
  if (typeof value !== 'string' || !URL.canParse(value, base)) return undefined;
  const url = new URL(value, base);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' ? url : undefined;
}

/**
 * A `webUrl` from another server, such as an authorization server. It must be encrypted, as RFC 8414 section
 * 2 requires, unless it is on the reader's own machine.
 */
export function secureUrl(value: unknown): URL | undefined {
  const url = webUrl(value);
  return url && (url.protocol === 'https:' || isLoopback(url.hostname)) ? url : undefined;
}

/** Whether a host is the reader's own machine (Secure Contexts, section 3.1). */
export function isLoopback(hostname: string): boolean {
  return /^((.+\.)?localhost\.?|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
