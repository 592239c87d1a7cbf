import type { Query } from '../../search/query.ts';
import type { RowGroup } from './list.ts';
import { type Row, textRow } from './rows.ts';
import { say } from './say.ts';
import type { Site } from './site.ts';
import type { TextHits } from './texts.ts';

/** Whether a query may be a part of a text. A path is not; `application/json` may be in one. */
export function isSentence({ text }: Query): boolean {
  return text.length > 1 && !/^(\/|https?:|[a-z]+ \/)/i.test(text);
}

/** What was found in texts, as a group of rows; none if there is nothing. */
export function textGroups(site: Site, texts: TextHits): RowGroup[] {
  return texts.hits.length > 0 ? [{ label: say('inText'), rows: textRows(site, texts) }] : [];
}

/** The rows of pages found by full text, with the API of those that belong to another one. */
export function textRows(site: Site, { hits }: TextHits): Row[] {
  return hits.map((hit) => textRow(hit, site.otherApi(hit.href)));
}
