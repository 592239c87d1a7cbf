import type { Element, Root as HastRoot } from 'hast';
import { eachElement, type Parent } from './markdown-walk.ts';

/** The parts of a table's width that its columns share. */
const PARTS = 12;
/** Characters in a line of a table on a phone. */
const LINE = 42;
/** Room for the padding of a cell, in characters. */
const PADDING = 3;
/** Longer texts take more lines, not more room. */
const LONGEST_TEXT = 60;

/** What a column needs, in characters. */
interface Column {
  word: number;
  text: number;
}

/**
 * A rehype step after sanitizing: a table scrolls if it is too wide, and can be reached with the keyboard to
 * do so. Its columns get their widths from all of its texts, so that they stay where they are while rows
 * arrive. Cells that span several columns leave the widths to the browser.
 */
export function rehypeTables() {
  return (tree: HastRoot): void => {
    const tables: [Element, Parent, number][] = [];
    eachElement(tree, (element, parent, index) => {
      if (element.tagName === 'table') tables.push([element, parent, index]);
    });
    for (const [table, parent, index] of tables) {
      setWidths(table);
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['ref-scroll'], tabIndex: 0 },
        children: [table],
      };
    }
  };
}

function setWidths(table: Element): void {
  const columns = columnsOf(table);
  if (!columns || columns.length > PARTS) return;
  const { parts, isWide } = partsOf(columns);
  table.properties.className = isWide ? ['ref-fixed', 'ref-fixed-wide'] : ['ref-fixed'];
  const children = parts.map(
    (part): Element => ({
      type: 'element',
      tagName: 'col',
      // An attribute: a policy may forbid styles in the HTML.
      properties: { width: `${((100 * part) / PARTS).toFixed(1)}%` },
      children: [],
    }),
  );
  const captions = table.children.filter(
    (child) => child.type === 'element' && child.tagName === 'caption',
  );
  table.children = [
    ...captions,
    { type: 'element', tagName: 'colgroup', properties: {}, children },
    ...table.children.filter((child) => !captions.includes(child)),
  ];
}

/** `undefined` if a cell spans several, the author has grouped them, or there is a table in the table. */
function columnsOf(table: Element): Column[] | undefined {
  const columns: Column[] = [];
  let isPlain = true;
  eachElement({ type: 'root', children: table.children }, (element) => {
    const { tagName, properties } = element;
    if (tagName === 'table' || tagName === 'colgroup' || properties.colSpan || properties.rowSpan)
      isPlain = false;
    if (!isPlain || tagName !== 'tr') return;
    const cells = element.children.filter((child) => child.type === 'element');
    for (const [index, cell] of cells.entries()) {
      columns[index] ??= { word: 0, text: 0 };
      const column = columns[index];
      const text = textOf(cell);
      const words = text.split(/[\s/-]+/).map(({ length }) => length);
      column.word = Math.max(column.word, ...words);
      column.text = Math.max(column.text, Math.min(text.length, LONGEST_TEXT));
    }
  });
  return isPlain && columns.length > 0 ? columns : undefined;
}

function textOf(cell: Element): string {
  let text = '';
  const add = (parent: Parent): void => {
    for (const child of parent.children) if (child.type === 'text') text += `${child.value} `;
  };
  add(cell);
  eachElement({ type: 'root', children: cell.children }, add);
  return text.trim();
}

/**
 * Shares out the parts: room for the longest word of each column first, the rest by the length of texts.
 * `isWide` says that the words do not fit beside each other on a phone.
 */
function partsOf(columns: readonly Column[]): { parts: number[]; isWide: boolean } {
  const parts = columns.map(({ word }) =>
    Math.min(Math.max(Math.ceil((PARTS * (word + PADDING)) / LINE), 1), PARTS),
  );
  let left = PARTS - parts.reduce((sum, part) => sum + part, 0);
  const isWide = left < 0;
  /** Changes the column for which a figure is the highest. */
  const change = (by: 1 | -1, figure: (part: number, text: number) => number): void => {
    const figures = parts.map((part, index) => figure(part, columns[index]?.text ?? 0));
    const highest = figures.indexOf(Math.max(...figures));
    parts[highest] = (parts[highest] ?? 0) + by;
    left -= by;
  };
  while (left < 0) change(-1, (part) => part);
  while (left > 0) change(1, (part, text) => (text + PADDING) / part);
  return { parts, isWide };
}
