/** Name of the element with the cards, `data-part`. */
export const CARDS = 'apis';

export interface Props {
  /** Also those about the site itself. */
  readonly withAbout?: boolean;
}
