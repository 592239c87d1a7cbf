import { escapeText } from '../../model/samples/escape.ts';

/** Strings, with the colon after a name; numbers; words. Strings may be cut. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"?(:?)|-?\d[\d.eE+-]*|true|false|null/g;

/**
 * JSON on lines, as `indented` lays it out, as HTML in which each object and list can be folded. The text of the HTML
 * is that of the JSON, which may end anywhere.
 */
export function foldedJson(laidOut: string): string {
  let html = '';
  let depth = 0;
  for (const line of laidOut.split('\n')) {
    const shown = coloredLine(line);
    const last = line.at(-1);
    if (last === '{' || last === '[') {
      depth += 1;
      html += `<details open><summary tabindex="-1"><span>${shown}</span>\n</summary>`;
    } else if (depth > 0 && /^\s*[}\]]/.test(line)) {
      depth -= 1;
      html += `${shown}\n</details>`;
    } else html += `${shown}\n`;
  }
  // In order to be one stop of the keyboard, from which arrows lead to the others.
  return html.replace('tabindex="-1"', 'tabindex="0"') + '</details>'.repeat(depth);
}

/** A line with the classes of `highlightCode`. */
function coloredLine(line: string): string {
  let html = '';
  let end = 0;
  for (const match of line.matchAll(TOKEN)) {
    const [token, colon = ''] = match;
    const kind = colon ? 'a' : token.startsWith('"') ? 's' : /^[-\d]/.test(token) ? 'n' : 'l';
    const text = token.slice(0, token.length - colon.length);
    const before = escapeText(line.slice(end, match.index));
    html += `${before}<span class=${kind}>${escapeText(text)}</span>${colon}`;
    end = match.index + token.length;
  }
  return html + escapeText(line.slice(end));
}
