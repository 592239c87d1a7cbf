/**
 * An address from a document, if a link may lead there: absolute with http, https or mailto, or
 * relative. Everything else (`javascript:`, a number, ...) gives undefined.
 */
export function safeUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const url = URL.canParse(value, 'https://relative.invalid')
    ? new URL(value, 'https://relative.invalid')
    : undefined;
  return url && /^(https?|mailto):$/.test(url.protocol) ? value.trim() : undefined;
}

/**
 * An address that a request may be sent to, or that a window may be moved to: http or https, and without a
 * user name, which browsers refuse in requests and readers mistake for the host. Everything else
 * (`javascript:`, `mailto:`, `data:`, `blob:`, a number, ...) gives undefined.
 *
 * @param base What a relative address is resolved against; without it, only absolute ones are accepted.
 */
export function webUrl(value: unknown, base?: string): URL | undefined {
  if (typeof value !== 'string' || !URL.canParse(value, base)) return undefined;
  const url = new URL(value, base);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' ? url : undefined;
}

/**
 * A `webUrl` that another server names, an authorization server for instance. It has to be encrypted, as
 * RFC 8414 section 2 asks, unless it is on the reader's own machine.
 */
export function secureUrl(value: unknown): URL | undefined {
  const url = webUrl(value);
  return url && (url.protocol === 'https:' || isLoopback(url.hostname)) ? url : undefined;
}

/** Whether a host is the reader's own machine (Secure Contexts, section 3.1). */
export function isLoopback(hostname: string): boolean {
  return /^((.+\.)?localhost\.?|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
