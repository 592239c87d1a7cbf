/** User name and password of a URL (RFC 3986 section 3.2.1), up to the last `@` before the path. */
const USER_INFO = /(https?:[/\\]{2,})([^\s/?#\\]+)@/gi;

/**
 * Text in which user names and passwords of URLs are asterisks: as many, so that places in the text stay
 * what they are.
 */
export function maskPasswords(text: string): string {
  return text.replace(
    USER_INFO,
    (_, scheme: string, user: string) => `${scheme}${'*'.repeat(user.length)}@`,
  );
}
