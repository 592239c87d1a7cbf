import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import {
  operationTitles,
  phrasesOf,
  type TitledOperation,
} from '../../../src/slices/titles/operation-titles.ts';

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Shop',
    version: '1',
    description: 'Sells books. Ships with Zephyr, and signs in with GeoIP. `NOT-THIS` is code.',
  },
  components: { schemas: { PropertyMapping: {}, Book: {} } },
} as unknown as Document;

type Given = Partial<TitledOperation>;

/** `METHOD /path operationId`, and what else an operation has. */
function operation(text: string, given: Given = {}): TitledOperation {
  const [method = '', path = '', ...id] = text.split(' ');
  return {
    kind: 'operation',
    method: method.toLowerCase(),
    path,
    ...(id.length > 0 && { operationId: id.join(' ') }),
    ...given,
  };
}

/** The title of the first operation among others, and the rule that made it. */
function titled(text: string, given?: Given, others: readonly string[] = []): string {
  const all = [operation(text, given), ...others.map((other) => operation(other))];
  const [first] = operationTitles(all, phrasesOf(DOCUMENT, all));
  return `${first?.rule}: ${first?.title}`;
}

describe('a summary', () => {
  it.each([
    ['List all books', 'summary: List all books'],
    ['Books', 'summary: Books'],
    // The name of a function is an operationId.
    ['listBooks', 'id: List books'],
    ['list_books', 'id: List books'],
    ['fetch_books', 'id: Fetch books'],
    ['$dynamicRef', 'summary: $dynamicRef'],
    ['WebAuthn', 'summary: WebAuthn'],
    ['eBay', 'summary: eBay'],
    ['', 'id: Fetch books'],
  ])('%j', (summary, expected) => {
    expect(titled('GET /books fetch_books', { summary })).toBe(expected);
  });
});

describe('a description', () => {
  it.each([
    ['Impersonate a user', 'description: Impersonate a user'],
    ['Impersonate a user.\n\nThe session stays.', 'description: Impersonate a user'],
    ['Impersonate a user. It is logged.', 'description: Impersonate a user'],
    ['User Viewset', 'resource: List books'],
    ['Books that are sold', 'resource: List books'],
    ['Get', 'resource: List books'],
    ['Get the following:', 'resource: List books'],
    [`Get ${'very '.repeat(20)}old books`, 'resource: List books'],
  ])('%j', (description, expected) => {
    expect(titled('GET /books books_list', { description })).toBe(expected);
  });

  it('of several operations is the title of none', () => {
    const same = { description: 'Get a list of objects' };
    const all = ['GET /books books_list', 'GET /pens pens_list'].map((text) =>
      operation(text, same),
    );
    expect(operationTitles(all, phrasesOf(DOCUMENT, all)).map(({ title }) => title)).toEqual([
      'List books',
      'List pens',
    ]);
  });
});

describe('an operationId', () => {
  it.each([
    ['GET /users/{id} getUserByID', 'id: Get user by ID'],
    ['GET /guilds/{id}/rules list_auto_moderation_rules', 'id: List auto moderation rules'],
    ['GET /keys listAPIKeys', 'id: List API keys'],
    ['GET /health health', 'id: Health'],
    ['POST /acp/relationship acp_relationship_add', 'action: Add acp relationship'],
    ['GET /formats get_21', 'resource: List formats'],
  ])('%s', (text, expected) => {
    expect(titled(text)).toBe(expected);
  });
});

describe('a resource', () => {
  it.each([
    ['GET /core/users/ core_users_list', 'List users'],
    ['POST /core/users/ core_users_create', 'Create a user'],
    ['GET /core/users/{id}/ core_users_retrieve', 'Get a user'],
    ['PATCH /core/users/{id}/ core_users_partial_update', 'Update a user'],
    ['DELETE /core/users/{id}/ core_users_destroy', 'Delete a user'],
    ['DELETE /racks/ dcim_racks_bulk_destroy', 'Delete several racks'],
    ['GET /core/users/{id}/used_by/ core_users_used_by_list', 'List what uses a user'],
    ['GET /users/{id}/tokens/ users_tokens_list', 'List tokens of a user'],
    ['GET /users/{id}/settings users_settings_retrieve', 'Get the settings of a user'],
    ['GET /users/{id}/sync/status/ users_sync_status_retrieve', 'Get the sync status of a user'],
    ['GET /users/me/ users_me_retrieve', 'Get the current user'],
    ['GET /admin/settings/ admin_settings_retrieve', 'Get the settings'],
    ['GET /flows/instances/{id} flows_instances_retrieve', 'Get a flow'],
    // A kind of what is above.
    ['POST /sources/ldap/ sources_ldap_create', 'Create an LDAP source'],
    [
      'GET /stages/authenticator/totp/ stages_authenticator_totp_list',
      'List TOTP authenticator stages',
    ],
    // Compounds, names and acronyms as the document writes them.
    ['POST /propertymappings/ propertymappings_create', 'Create a property mapping'],
    ['GET /zephyr/geoip/{id} zephyr_geoip_retrieve', 'Get a GeoIP'],
    ['GET /orders/zephyr/{id} orders_zephyr_retrieve', 'Get a Zephyr order'],
    // Without an operationId.
    ['GET /v2/books', 'List books'],
    ['POST /api/books', 'Create a book'],
    ['GET /books/{id}.json', 'Get a book'],
    ['GET /books/{id}/reviews', 'List reviews of a book'],
    ['GET /hours/{id}', 'Get an hour'],
    ['GET /users/{id}', 'Get a user'],
    ['GET /unions/{id}', 'Get a union'],
    ['GET /umbrellas/{id}', 'Get an umbrella'],
    ['GET /ssh-keys/{id}', 'Get an SSH key'],
    ['GET /sql-queries/{id}', 'Get a SQL query'],
    // Words that every object of JavaScript has as keys.
    ['GET /drivers/{id}/constructor', 'Get the constructor of a driver'],
  ])('%s', (text, title) => {
    expect(titled(text)).toBe(`resource: ${title}`);
  });

  it('is replaced by PUT where PATCH updates it', () => {
    const put = 'PUT /users/{id}/ users_update';
    expect(titled(put)).toBe('resource: Update a user');
    expect(titled(put, {}, ['PATCH /users/{id}/ users_partial_update'])).toBe(
      'resource: Replace a user',
    );
  });

  it('differs from another one of the same name', () => {
    const types = 'GET /sources/all/types/ sources_all_types_list';
    expect(titled('GET /stages/all/types/ stages_all_types_list', {}, [types])).toBe(
      'resource: List stage types',
    );
    const other = 'POST /policies/bindings/ policies_bindings_create';
    expect(titled('POST /flows/bindings/ flows_bindings_create', {}, [other])).toBe(
      'resource: Create a flow binding',
    );
  });
});

describe('an action', () => {
  it.each([
    ['POST /users/{id}/impersonate/ users_impersonate_create', 'Impersonate a user'],
    ['POST /users/export/ users_export_create', 'Export users'],
    ['POST /groups/{id}/add_user/ groups_add_user_create', 'Add the user to a group'],
    ['POST /devices/check_in/ devices_check_in_create', 'Check in devices'],
  ])('%s', (text, title) => {
    expect(titled(text)).toBe(`action: ${title}`);
  });

  it('is a resource if its path has items', () => {
    const item = 'GET /stages/deny/{id} stages_deny_retrieve';
    expect(titled('POST /stages/deny/ stages_deny_create', {}, [item])).toBe(
      'resource: Create a deny stage',
    );
  });
});

it.each([
  ['GET /', 'path: GET /'],
  ['GET /{id}', 'path: GET /{id}'],
  ['OPTIONS /books', 'path: OPTIONS /books'],
  ['GET /health', 'path: GET /health'],
  ['CONSTRUCTOR /books/{id}', 'path: CONSTRUCTOR /books/{id}'],
])('nothing to say: %s', (text, expected) => {
  expect(titled(text)).toBe(expected);
});

it('a webhook is named as it is', () => {
  expect(titled('POST newBook', { kind: 'webhook' })).toBe('id: New book');
});
