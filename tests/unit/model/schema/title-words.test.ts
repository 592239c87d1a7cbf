import { expect, test } from 'vitest';
import { addsToName } from '../../../../src/model/schema/title-words.ts';

test.each([
  ['ID', 'id', false],
  ['Email address', 'email_address', false],
  ['Email address', 'emailAddress', false],
  ['E-mail', 'email', false],
  ['Active', 'is_active', false],
  ['OAuth2 client ID', 'oauth2ClientID', false],
  ['HTTP method', 'HTTPMethod', false],
  ['Email address', 'email', true],
  ['Price (€)', 'price', true],
  ['★', 'rating', true],
  ['', 'name', false],
])('%s beside %s: %s', (title, name, adds) => {
  expect(addsToName(title, name)).toBe(adds);
});
