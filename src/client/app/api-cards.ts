import { APIS_OF_A_PART } from '../../address/address.ts';
import { append } from '../../json/append.ts';
import type { SiteApi } from './site-data.ts';

/** Name of the element with the cards, `data-part`. */
export const CARDS = 'apis';

export interface Props {
  /** Also those about the site itself. */
  readonly withAbout?: boolean;
  /** The page of the list, from 1; absent where the list is elsewhere. */
  readonly part?: number;
}

/** In the order of the list of APIs; those without a group come first. */
export function apiGroups(apis: readonly SiteApi[]): [group: string, apis: SiteApi[]][] {
  const groups = new Map<string, SiteApi[]>([['', []]]);
  for (const api of apis) append(groups, api.group ?? '', api);
  return [...groups].filter(([, own]) => own.length > 0);
}

/** The APIs on a page of their list, by groups as the whole list is. */
export function cardsOf(apis: readonly SiteApi[], part = 1): SiteApi[] {
  const ordered = apiGroups(apis).flatMap(([, own]) => own);
  return ordered.slice((part - 1) * APIS_OF_A_PART, part * APIS_OF_A_PART);
}
