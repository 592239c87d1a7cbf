/** User name and password of a URL (RFC 3986 section 3.2.1), up to the last `@` before the path. */
const USER_INFO = /(https?:[/\\]{2,})([^\s/?#\\]+)@/gi;

/**
 * Replaces user names and passwords in URLs with asterisks of the same length, so that positions in the text
 * do not change.
 */
export function maskPasswords(text: string): string {
  return text.replace(
    USER_INFO,
    (_, scheme: string, user: string) => `${scheme}${'*'.repeat(user.length)}@`,
  );
}
