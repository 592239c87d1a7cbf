import { contentChanged } from '../protocol.ts';
/**
 * URLs of values, `#anchor:value`, lead to the first text after the anchor that is exactly the value. That
 * element gets the fragment as its id, and is then opened and marked like any target. None of our anchors
 * contains a colon; that of a value is escaped.
 */
export function nameValue(): void {
  const hash = location.hash.slice(1);
  if (!hash.includes(':')) return;
  try {
    const id = decodeURIComponent(hash);
    if (document.getElementById(id)) return;
    const [anchor = '', value] = hash.split(':').map(decodeURIComponent);
    const element = document.getElementById(anchor);
    const code = [...document.querySelectorAll('main code')].find(
      (one) =>
        one.textContent === value &&
        element &&
        element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    if (!code) {
      // The value no longer exists: its field is near enough.
      element?.scrollIntoView();
      return;
    }
    code.id = id;
    contentChanged();
  } catch {
    // A `%` that starts no escape sequence: not one of our URLs.
  }
}
