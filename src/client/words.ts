import { translate } from '@docusaurus/Translate';
import { type Say, WORDS } from '../model/words.ts';

/** The words of the model in the language of the page. */
export const say: Say = (id, values) => translate({ id, message: WORDS[id] }, values);
