import { describe, expect, it } from 'vitest';
import { holdsWord } from '../../../src/coverage/holds.ts';
import { markdownBlocks } from '../../../src/coverage/markdown-text.ts';
import { collectFacts, type Fact } from '../../bench/facts.ts';
import { holds, ShareCounter } from '../../bench/facts-share.ts';
import { pageText } from '../../bench/page-text.ts';

const DOCUMENT = {
  openapi: '3.0.3',
  servers: [{ url: '/api' }],
  security: [{ oauth: ['read'] }],
  paths: {
    '/users/{id}': {
      parameters: [{ name: 'id', in: 'path', description: 'Of the path.' }],
      put: {
        description: 'Replaces it.',
        parameters: [
          { name: 'id', in: 'path', description: 'Nearer.' },
          { $ref: '#/components/parameters/dry~1run' },
        ],
        requestBody: {
          description: 'All of it.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } },
        },
        responses: {
          '200': {
            description: 'Done.',
            headers: { 'X-Left': { description: 'Calls left.', schema: { type: 'integer' } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } },
          },
          '404': { description: '' },
        },
      },
    },
  },
  components: {
    parameters: {
      'dry/run': { name: 'dry_run', in: 'query', schema: { type: 'boolean', default: false } },
    },
    schemas: {
      User: {
        properties: {
          id: { readOnly: true, description: 'Given by us.' },
          password: { writeOnly: true },
          kind: { allOf: [{ $ref: '#/components/schemas/Kind' }], description: 'Which one.' },
          friends: { type: 'array', items: { $ref: '#/components/schemas/User' } },
        },
      },
      Kind: { enum: ['human', 'robot', null] },
    },
  },
};

const OPERATION = { page: 'put-user', path: '/users/{id}', method: 'put' };

describe('facts of an operation', () => {
  const facts = collectFacts(DOCUMENT, OPERATION);
  const of = (kind: string): string[] =>
    facts.filter((fact) => fact.kind === kind).map(({ value }) => value);

  it.each([
    ['operation description', ['Replaces it.']],
    ['parameter name', ['id', 'dry_run']],
    ['parameter description', ['Nearer.']],
    ['request body description', ['All of it.']],
    ['property name', ['password', 'kind', 'friends', 'id']],
    ['property description', ['Which one.', 'Given by us.']],
    ['enum value', ['human', 'robot']],
    ['default', ['false']],
    ['response status', ['200', '404']],
    ['response description', ['Done.']],
    ['response header', ['X-Left', 'Calls left.']],
    ['security', ['oauth', 'read']],
    ['server', ['/api']],
  ])('%s: %j', (kind, expected) => {
    expect(of(kind)).toEqual(expected);
  });
});

describe('text of a page', () => {
  it('leaves out scripts and menus, decodes entities and joins names that may break', () => {
    const html =
      '<nav>menu</nav><main><h1>A&nbsp;&lt;b&gt; &#x27;c&#x27;</h1><style>x</style><code>user<wbr>_name</code><span>string</span><script>no()</script></main>';
    expect(pageText(html)).toEqual({
      spaced: "A <b> 'c' user_name string",
      joined: "A <b> 'c' user_namestring",
      solid: "A<b>'c'user_namestring",
    });
  });

  it('is all of the text where there is no main part, also of HTML without end tags', () => {
    expect(pageText('<body><p>one<p>two').spaced).toBe('one two');
  });
});

describe('text of Markdown', () => {
  it.each([
    ['plain', ['plain']],
    ['**a** `b` [c](/d)\ne', ['a b c\ne']],
    ['* `x` - first\n* `y` - second', ['x - first', 'y - second']],
    ['a<br/>b', ['ab']],
    ['| h |\n| - |\n| c |', ['h', 'c']],
    ['```\ncode {x}\n```', ['code {x}']],
    [':::note[Title]\ntext\n:::', ['text']],
    ['> [!NOTE]\n> text', ['text']],
  ])('%j', (markdown, expected) => {
    expect(markdownBlocks(markdown).map(({ dropped }) => dropped)).toEqual(expected);
  });

  it('is known with and without what may be HTML', () => {
    expect(markdownBlocks('at <path> or\n\n<br>')).toEqual([
      { dropped: 'at  or', shown: 'at <path> or' },
    ]);
  });
});

describe('whether a page holds a fact', () => {
  const text = pageText(
    '<main><code>user</code><span>string</span> <p>Which <em>one</em>, if any.</p><b>{"a": 1}</b> <i>sta</i><i>te</i> /api/v3</main>',
  );
  const name = (value: string): Fact => ({ kind: 'property name', form: 'name', value });
  const markdown = (value: string): Fact => ({
    kind: 'property description',
    form: 'markdown',
    value,
  });

  it.each([
    [name('user'), true],
    [name('use'), false],
    [name('ring'), false],
    [name('state'), true],
    [name('{"a":1}'), true],
    [name('/api/v3'), true],
    [name('gone'), false],
    [markdown('Which **one**,\nif any.'), true],
    [markdown('Which one?'), false],
    [markdown('Which <b>one</b>, if <any>any.'), true],
  ])('%j: %s', (fact, expected) => {
    expect(holds(text, fact)).toBe(expected);
  });

  it.each([
    ['id of it', 'id', true],
    ['valid', 'id', false],
    ['valid id', 'id', true],
    ['user_id', 'id', false],
    ['-1', '-1', true],
    ['größe', 'gr', false],
  ])('%j holds the word %j: %s', (where, word, expected) => {
    expect(holdsWord(where, word)).toBe(expected);
  });

  it('counts shares, and nothing for a page that does not exist', () => {
    const counter = new ShareCounter();
    counter.add([name('user'), name('gone')], text);
    counter.add([name('user')], undefined);
    expect(counter.shares()['property name']).toEqual({ found: 1, all: 3 });
    expect(counter.shares().all).toEqual({ found: 1, all: 3 });
    expect(counter.mostMissed(1)).toEqual([['property name: gone', 1]]);
  });
});
