import type { ResponseModel } from './response.ts';
import { isWord, type Say } from './words.ts';

const TONES: { readonly [digit: number]: ResponseModel['tone'] } = {
  1: 'info',
  2: 'success',
  3: 'redirect',
  4: 'error',
  5: 'error',
};

/** The class of a status or range, 1 to 5 (RFC 9110 section 15); 6 for anything else, such as `default`. */
export function classOf(status: string): number {
  return /^[1-5](\d\d|XX)$/i.test(status) ? Number(status.charAt(0)) : 6;
}

/** A key of a Responses Object (a status, a range such as `4XX`, or `default`) in words. */
export function statusOf(status: string, say: Say): Pick<ResponseModel, 'label' | 'tone'> {
  const digit = classOf(status);
  const group = digit in TONES ? digit : 'other';
  const known = `ref.status.${status}`;
  const ofGroup = `ref.statusClass.${group}`;
  const id = isWord(known) ? known : isWord(ofGroup) ? ofGroup : 'ref.statusClass.other';
  return { label: say(id), tone: TONES[digit] ?? 'other' };
}
