import kebabCase from 'lodash/kebabCase.js';
import { describe, expect, it } from 'vitest';
import { lowered, pageId } from '../../../src/slices/page-id.ts';
import { TEXTS } from '../../site/hostile-texts.ts';

describe('pageId', () => {
  it.each([
    ['core_users_list', 'core-users-list'],
    ['getUserByID', 'get-user-by-id'],
    ['oauth2', 'oauth-2'],
    ['List all users', 'list-all-users'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a/b\\c', 'a-b-c'],
    ['users.list', 'users-list'],
    ['CON', 'con-operation'],
    ['com1', 'com-1-operation'],
    ['__proto__', 'proto'],
    ['Größe', 'grosse'],
    ['ユーザー', 'ユーザー'],
    ['{}', 'operation'],
    ['LPT\u00b9', 'lpt'],
    ['nul.txt', 'nul-txt'],
    ['a \ufffd b → c', 'a-b-c'],
    ['Cafe\u0301', 'cafe'],
    ['\uf900', '\u8c48'],
  ])('%s -> %s', (name, id) => {
    expect(pageId([name], 'operation')).toBe(id);
  });

  it.each(TEXTS)('is a safe name that upstream keeps as it is (%#)', (name) => {
    const id = pageId([name], 'operation');
    expect(id).toMatch(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u);
    expect(id).not.toMatch(/^(con|prn|aux|nul|(com|lpt)[\d¹²³])$/);
    expect(id).toBe(id.normalize('NFC'));
    expect(kebabCase(id)).toBe(id);
  });

  it('takes the first name that leaves something', () => {
    expect(pageId([undefined, '!!', 'get /users/{id}'], 'operation')).toBe('get-users-id');
  });

  it.each(['x'.repeat(500), 'ユ'.repeat(300), 'long name '.repeat(60)])(
    'shortens %#, and keeps names apart',
    (name) => {
      const id = pageId([name], 'operation');
      expect(Buffer.byteLength(id)).toBeLessThanOrEqual(120);
      expect(pageId([`${name}!other`], 'operation')).not.toBe(id);
    },
  );

  it.each(['core_users_list', 'oauth2', 'CON', 'x'.repeat(500), 'a1b2c3', 'ユ'.repeat(300)])(
    'changes nothing on its own result (%#)',
    (name) => {
      const id = pageId([name], 'operation');
      expect(pageId([id], 'operation')).toBe(id);
      expect(pageId([lowered(id)], 'operation')).toBe(id);
    },
  );
});
