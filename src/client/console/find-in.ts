/** The most places that are found. */
export const MOST_FOUND = 1000;

/** Places of a text inside of an element, whatever elements it is divided into; upper and lower case are the same. */
export function findIn(element: Node, words: string): Range[] {
  if (words === '') return [];
  const nodes: { readonly node: Text; readonly start: number }[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let whole = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: whole.length });
    whole += (node as Text).data;
  }
  const [text, wanted] = [foldCase(whole), foldCase(words)];
  const found: Range[] = [];
  let at = 0;
  /** Sets an end of a range; nodes are passed once, as places come in order. */
  const place = (offset: number): [Text, number] | undefined => {
    while ((nodes[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= offset) at += 1;
    const here = nodes[at];
    return here && [here.node, offset - here.start];
  };
  for (
    let index = text.indexOf(wanted);
    index !== -1 && found.length < MOST_FOUND;
    index = text.indexOf(wanted, index + wanted.length)
  ) {
    const start = place(index);
    const end = place(index + wanted.length - 1);
    if (!start || !end) break;
    const range = document.createRange();
    range.setStart(...start);
    range.setEnd(end[0], end[1] + 1);
    found.push(range);
  }
  return found;
}

/** Lower case, in as many units as before: a few letters get longer, and stay as they are. */
function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
