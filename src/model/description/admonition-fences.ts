/** What comes before a block's marker: the quotes and list items that contain it. */
const AROUND = String.raw`^([ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*)*)`;
const FENCE = new RegExp(`${AROUND}(:{3,})(.*)$`);
const OPENING = /^[ \t]*([A-Za-z][\w-]*)(?![^\s[{])(.*)$/;
const CODE = new RegExp(`${AROUND}(\`{3,}|~{3,})(.*)$`);

interface Fences {
  /** The text with all fences in the one form that `micromark-extension-directive` reads. */
  readonly text: string;
  readonly count: number;
  /** How deeply admonitions are nested in it. */
  readonly depth: number;
}

interface Open {
  readonly line: number;
  readonly colons: number;
  /** Colons needed to distinguish it from nested ones. */
  needed: number;
}

/**
 * Finds the fences of admonitions (`:::note`, `:::`), and normalizes them: `::: note` and `:::note Title`
 * (VuePress, older Docusaurus) become `:::note` and `:::note[Title]`, and an outer one gets more colons than
 * those inside it, as Docusaurus requires.
 */
export function readFences(source: string): Fences {
  if (!source.includes(':::')) return { text: source, count: 0, depth: 0 };
  const lines = source.split('\n');
  const open: Open[] = [];
  let count = 0;
  let depth = 0;
  let code: string | undefined;
  lines.forEach((line, at) => {
    const [, , marks = '', info = ''] = CODE.exec(line) ?? [];
    if (code !== undefined) {
      if (marks.startsWith(code) && info.trim() === '') code = undefined;
      return;
    }
    if (marks !== '' && !info.includes('`')) code = marks;
    const [, before = '', colons = '', rest = ''] = FENCE.exec(line) ?? [];
    if (colons === '') return;
    if (rest.trim() === '') {
      close(open, colons.length, at, lines);
      return;
    }
    const [, name, title = ''] = OPENING.exec(rest) ?? [];
    if (name === undefined) return;
    lines[at] = before + colons + name + labelOf(title.trim());
    open.push({ line: at, colons: colons.length, needed: colons.length });
    count += 1;
    depth = Math.max(depth, open.length);
  });
  return { text: lines.join('\n'), count, depth };
}

function labelOf(title: string): string {
  if (title === '' || /^[[{]/.test(title)) return title;
  return `[${title.replace(/[\\[\]]/g, '\\$&')}]`;
}

/** A fence closes the innermost admonition with as many colons, or else with fewer. */
function close(open: Open[], colons: number, at: number, lines: string[]): void {
  const same = open.findLastIndex((one) => one.colons === colons);
  const index = same === -1 ? open.findLastIndex((one) => one.colons < colons) : same;
  const one = open[index];
  if (!one) return;
  open.length = index;
  const needed = ':'.repeat(one.needed);
  for (const line of [one.line, at]) lines[line] = (lines[line] ?? '').replace(/:{3,}/, needed);
  const around = open.at(-1);
  if (around) around.needed = Math.max(around.needed, one.needed + 1);
}
