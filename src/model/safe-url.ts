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
