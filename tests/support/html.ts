import fs from 'node:fs';
import path from 'node:path';

/** The HTML of a page of a built site, by its address. */
export function readPage(folder: string, address: string): string {
  return fs.readFileSync(path.join(folder, address, 'index.html'), 'utf8');
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&amp;': '&',
};

/** What a reader without scripts gets to read: text only, elements gone, white space folded. */
export function textOf(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<wbr\s*\/?>/g, '')
    .replace(/<\/?(?:span|b|i|em|strong|code|a)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:lt|gt|quot|#x27|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ');
}
