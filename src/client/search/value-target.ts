import { contentChanged } from '../protocol.ts';
/**
 * Addresses of values, `#anchor:value`, lead to the first text behind the anchor that is just the value.
 * That gets the address as its id, and is then opened and marked as other places are. No anchor of ours has
 * a colon; that of a value is escaped.
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
      // No such value any more: its field is near enough.
      element?.scrollIntoView();
      return;
    }
    code.id = id;
    contentChanged();
  } catch {
    // A `%` that begins no escape: no address of ours.
  }
}
