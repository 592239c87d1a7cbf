import { expect, test } from 'vitest';
import { apart } from '../../../../src/model/schema/affixes.ts';

test.each<[names: string[], parts: string[]]>([
  [
    ['AccessDeniedChallenge', 'PasswordChallenge', 'EmailChallenge'],
    ['|AccessDenied|Challenge', '|Password|Challenge', '|Email|Challenge'],
  ],
  [
    ['StripeCardEvent', 'StripeBankEvent'],
    ['Stripe|Card|Event', 'Stripe|Bank|Event'],
  ],
  [
    ['payment_card', 'payment_bank'],
    ['payment_|card|', 'payment_|bank|'],
  ],
  // Words stay whole, and something is left of each.
  [
    ['Cardboard', 'Cardigan'],
    ['|Cardboard|', '|Cardigan|'],
  ],
  [
    ['UserEvent', 'Event'],
    ['|UserEvent|', '|Event|'],
  ],
  // A short one may be there by chance.
  [
    ['AnApple', 'AnOrange'],
    ['|AnApple|', '|AnOrange|'],
  ],
  [['Alone'], ['|Alone|']],
  [[], []],
])('%j', (names, parts) => {
  expect(apart(names).map(({ prefix, own, suffix }) => [prefix, own, suffix].join('|'))).toEqual(
    parts,
  );
});
