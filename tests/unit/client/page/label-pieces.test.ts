import { expect, it } from 'vitest';
import { labelPieces } from '../../../../src/client/page/url-pieces.ts';

it.each([
  ['PaginatedUserList', ['PaginatedUserList']],
  ['PaginatedAuthenticatorDuoStageList', ['Paginated', 'Authenticator', 'Duo', 'Stage', 'List']],
  ['authenticated-session-user_agent', ['authenticated-', 'session-', 'user_', 'agent']],
  ['List what uses a WebAuthn device', ['List what uses a WebAuthn device']],
])('%s', (label, pieces) => {
  expect(labelPieces(label)).toEqual(pieces);
});
