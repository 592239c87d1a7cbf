/** The text of a page, in the forms in which facts are searched for. */
export interface PageText {
  /** A space for every tag but `<wbr>`, white space collapsed. */
  readonly spaced: string;
  /** Nothing for inline tags, white space collapsed: for names that are marked up in parts. */
  readonly joined: string;
  /** No white space at all: for long texts, wherever a site puts its tags. */
  readonly solid: string;
}

export const UNSEEN = new Set(['script', 'style', 'template', 'noscript']);
export const INLINE = new Set('a abbr b code em i mark span strong sub sup'.split(' '));

/** Collapses white space of any kind. */
export function fold(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** Removes all white space. */
export function solid(text: string): string {
  return visible(text).replace(/\s+/g, '');
}

/** Removes characters that only mark where a line may break. */
function visible(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
}
