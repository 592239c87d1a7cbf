/**
 * Replaces server-only components in the browser: they, the model and the syntax highlighter stay out of the
 * app's bundle.
 */
export default function Nothing(): null {
  return null;
}
