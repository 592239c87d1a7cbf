import { expect, it } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { derivedSchemas } from '../../../src/slices/derived.ts';
import { References } from '../../../src/slices/reach.ts';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const object = (...names: string[]): object => ({
  properties: Object.fromEntries(names.map((name) => [name, {}])),
});
const list = (name: string): object => ({
  properties: { items: { type: 'array', items: ref(name) } },
});
const USER = object('id', 'name', 'email');

it.each<[case_: string, schemas: object, derived: object]>([
  [
    'the body of a request, in part, and a page of a list',
    {
      User: USER,
      UserRequest: object('name', 'email'),
      PatchedUserRequest: object('name'),
      PaginatedUserList: list('User'),
    },
    { UserRequest: 'User', PatchedUserRequest: 'User', PaginatedUserList: 'User' },
  ],
  [
    'names in other cases',
    { 'simple-user': object('id'), user: USER, 'User-Output': USER, user_list: list('user') },
    { 'simple-user': 'user', 'User-Output': 'user', user_list: 'user' },
  ],
  [
    'the nearest base that there is',
    { UserRequest: USER, PatchedUserRequest: object('name') },
    { PatchedUserRequest: 'UserRequest' },
  ],
  [
    'one derived from a derived one, of that one’s base',
    { User: USER, UserRequest: object('name', 'key'), UserRequestList: list('UserRequest') },
    { UserRequest: 'User', UserRequestList: 'User' },
  ],
  [
    'fields by extension',
    { Named: object('name', 'email'), User: { allOf: [ref('Named')] }, UserInput: object('name') },
    { UserInput: 'User' },
  ],
  [
    'a name inside of names',
    { 'api.v1.Pod': USER, 'api.v1.PodList': list('api.v1.Pod') },
    { 'api.v1.PodList': 'api.v1.Pod' },
  ],
  [
    'not what has neither fields in common nor a reference',
    { User: USER, UserRequest: object('reason') },
    {},
  ],
  [
    'not what has other words around its name',
    { User: USER, SuperUser: USER, UserSettings: USER },
    {},
  ],
  [
    'not what consists of such words alone',
    { Request: USER, RequestList: list('Other'), Other: USER },
    {},
  ],
  ['not itself in other letters', { user: USER, User: USER }, {}],
  [
    'nothing without fields',
    { Any: true, AnyRequest: {}, Circle: { allOf: [ref('Circle')] }, CircleList: {} },
    {},
  ],
])('derived is: %s', (_, schemas, derived) => {
  const document = { openapi: '3.1.0', components: { schemas } } as unknown as Document;
  expect(Object.fromEntries(derivedSchemas(document, new References(document)))).toEqual(derived);
});
