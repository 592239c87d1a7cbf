import type { ResponseModel } from './response.ts';
import { isWord, type Say } from './words.ts';

const TONES: { readonly [digit: string]: ResponseModel['tone'] } = {
  1: 'info',
  2: 'success',
  3: 'redirect',
  4: 'error',
  5: 'error',
};

/** A key of a Responses Object (a status, a range such as `4XX`, or `default`) in words. */
export function statusOf(status: string, say: Say): Pick<ResponseModel, 'label' | 'tone'> {
  const group = /^[1-5](\d\d|XX)$/i.test(status) ? status.charAt(0) : 'other';
  const known = `ref.status.${status}`;
  const ofGroup = `ref.statusClass.${group}`;
  const id = isWord(known) ? known : isWord(ofGroup) ? ofGroup : 'ref.statusClass.other';
  return { label: say(id), tone: TONES[group] ?? 'other' };
}
