import { describe, expect, it } from 'vitest';
import { readable, snakeCase, wordsOf } from '../../../src/openapi/name-words.ts';

describe('the words of a name', () => {
  it.each([
    ['is_active', 'is active'],
    ['isActive', 'is Active'],
    ['is-active', 'is active'],
    ['IS ACTIVE', 'IS ACTIVE'],
    ['userID', 'user ID'],
    ['userIDs', 'user IDs'],
    ['userIDsOfGroup', 'user IDs Of Group'],
    ['IDs', 'IDs'],
    ['URLs', 'URLs'],
    ['HTTPSession', 'HTTP Session'],
    ['SAMLProvider', 'SAML Provider'],
    ['OAuth2Provider', 'OAuth2 Provider'],
    ['OAuth2ProviderID', 'OAuth2 Provider ID'],
    ['V2API', 'V2 API'],
    ['IPv4Address', 'IPv4 Address'],
    ['2FA', '2FA'],
    ['P2P', 'P2P'],
    ['sha256', 'sha256'],
    ['getAUser', 'get A User'],
    ['X-Total-Count', 'X Total Count'],
    ['/core/users/{id}/', 'core users id'],
    ['GrößeÄndern', 'Größe Ändern'],
    ['Ж_имя', 'Ж имя'],
    ['>=', ''],
    ['', ''],
  ])('%s', (name, words) => {
    expect(wordsOf(name).join(' ')).toBe(words);
  });
});

it.each([
  ['clientSecret', 'client_secret'],
  ['client-secret', 'client_secret'],
  ['Client secret', 'client_secret'],
  ['_id', 'id'],
  ['userIDs', 'user_ids'],
  ['OAuth2ClientID', 'oauth2_client_id'],
  ['filter[name]', 'filter_name'],
  ['größe', 'gr_e'],
  ['名', ''],
])('%s in snake case', (name, snake) => {
  expect(snakeCase(name)).toBe(snake);
});

it.each([
  ['core_users_impersonate_create', 'Core users impersonate create'],
  ['getUserByID', 'Get user by ID'],
  ['listUserIDs', 'List user IDs'],
  ['listAPIKeys', 'List API keys'],
  ['users.list', 'Users list'],
  ['oauth2/token', 'Oauth2 token'],
  ['List users', 'List users'],
  ['Has spaces ALREADY', 'Has spaces ALREADY'],
  ['user-not/found', 'User not found'],
  ['', ''],
])('%s as text', (name, text) => {
  expect(readable(name)).toBe(text);
});
