import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, it } from 'vitest';
import { twinPath } from '../../../src/address/address.ts';
import { loadDocument } from '../../../src/document/load.ts';
import { releasePage } from '../../../src/markdown/changes.ts';
import type { Twin } from '../../../src/markdown/twin.ts';
import { twinInEnglish } from '../../../src/markdown/words.ts';
import type { ReleasePageModel } from '../../../src/model/page/page.ts';
import type { Document } from '../../../src/openapi/types.ts';
import { hostileDocument } from '../../site/hostile-document.ts';
import { ROOT } from '../../support/site.ts';
import { type TwinPage, twinsOf } from '../../support/twins.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

function nodesOf(markdown: string): Nodes[] {
  const all: Nodes[] = [];
  const visit = (node: Nodes): void => {
    all.push(node);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(parser.parse(markdown));
  return all;
}

/** Targets of links that are neither of another site nor a twin or a slice of this one. */
function brokenLinks(nodes: readonly Nodes[], at: string, known: ReadonlySet<string>): string[] {
  return nodes
    .flatMap((node) => (node.type === 'link' ? [node.url] : []))
    .filter((url) => !/^(?:https?|mailto):/i.test(url))
    .filter((url) => {
      const { pathname } = new URL(url, `https://site.invalid/${twinPath(at)}`);
      return !known.has(decodeURI(pathname).slice(1));
    });
}

function filesOf(twins: ReadonlyMap<string, TwinPage>): ReadonlySet<string> {
  return new Set(
    [...twins.values()].flatMap(({ path: at, model: { page } }) => [
      twinPath(at),
      `${page.base}/${page.id}.json`,
    ]),
  );
}

describe('the twins of the bookshop', () => {
  let twins: ReadonlyMap<string, TwinPage>;
  beforeAll(async () => {
    const { document } = await loadDocument({ document: 'openapi/bookshop.yaml', cwd: ROOT });
    if (!document) throw new Error('There is no document.');
    twins = twinsOf(document);
  });

  it.each(['introduction', 'catalogue', 'create-order', 'stock-low', 'schemas/orderrequest'])(
    '%s',
    async (id) => {
      const all = [...twins.values()];
      const twin = twins.get(id) ?? all.find(({ page }) => page.kind === 'info');
      const file = path.join(import.meta.dirname, 'snapshot', `${id.replace('/', '-')}.md`);
      await expect(twin?.markdown).toMatchFileSnapshot(file);
    },
  );

  it('link to each other, and to the slices', () => {
    const known = filesOf(twins);
    for (const twin of twins.values())
      expect(brokenLinks(nodesOf(twin.markdown), twin.path, known), twin.path).toEqual([]);
  });

  it('are about as long as the slices, and mostly shorter', () => {
    const all = [...twins.values()];
    const sum = (of: (twin: TwinPage) => string): number =>
      all.reduce((bytes, twin) => bytes + of(twin).length, 0);
    expect(sum(({ markdown }) => markdown)).toBeLessThan(sum(({ slice }) => slice) * 0.7);
    // With three bodies and several examples, each schema occurs more than once.
    const large = all.filter(({ markdown, slice }) => markdown.length > slice.length * 1.2);
    expect(large.map(({ path: at }) => at)).toEqual([]);
  });

  it('are the same bytes each time', async () => {
    const { document } = await loadDocument({ document: 'openapi/bookshop.yaml', cwd: ROOT });
    for (const [id, { markdown }] of twinsOf(document as Document))
      expect(twins.get(id)?.markdown).toBe(markdown);
  });
});

it('a body is written once, also one with a long enum', () => {
  const body = { description: '', content: { 'application/json': { schema: ref('Problem') } } };
  const twin = twinsOf({
    openapi: '3.1.0',
    info: { title: 'API', version: '1' },
    paths: { '/a': { get: { operationId: 'a', responses: { 400: body, 404: body } } } },
    components: {
      schemas: {
        Problem: { type: 'object', properties: { code: ref('Code') } },
        Code: { type: 'string', enum: [...'abcdefghij'] },
      },
    },
  } as unknown as Document).get('a');
  expect(twin?.markdown.match(/`a` \| `b`/g)).toHaveLength(1);
  expect(twin?.markdown).toContain('Same body as above.');
});

function ref(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

it('the number of operations that a change is about is written as in the language', () => {
  const subject = { label: 'Limit', operations: 1234, links: [], lines: [] };
  const page = {
    title: 'Changes',
    release: { previous: '1', groups: [{ group: 'changed', subjects: [subject] }] },
  } as unknown as ReleasePageModel;
  const count = (value: number): string => value.toLocaleString('de');
  const twin = { say: twinInEnglish, count } as unknown as Twin;
  expect(releasePage(page, twin)).toContain('- `Limit` (1.234 operations)');
});

describe('the twins of a hostile document', () => {
  let twins: readonly (TwinPage & { readonly nodes: readonly Nodes[] })[];
  let known: ReadonlySet<string>;
  beforeAll(async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hostile-'));
    fs.writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(hostileDocument()));
    const { document } = await loadDocument({ document: 'openapi.json', cwd: folder });
    fs.rmSync(folder, { recursive: true });
    if (!document) throw new Error('There is no document.');
    const all = twinsOf(document);
    known = filesOf(all);
    twins = Array.from(all.values(), (twin) => ({ ...twin, nodes: nodesOf(twin.markdown) }));
  }, 180_000);

  it('have no HTML, and no links that run something', () => {
    expect(twins.length).toBeGreaterThan(10);
    for (const { markdown, nodes, path: at } of twins) {
      expect(
        nodes.filter(({ type }) => type === 'html'),
        at,
      ).toEqual([]);
      const urls = nodes.flatMap((node) => ('url' in node ? [node.url] : []));
      const unsafe = urls.filter((url) => /^\s*(?:javascript|data|vbscript|file):/i.test(url));
      expect(unsafe, at).toEqual([]);
      expect(markdown).not.toMatch(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  it('have a single first heading, and end as all do', () => {
    for (const { nodes, markdown, path: at } of twins) {
      const firsts = nodes.filter((node) => node.type === 'heading' && node.depth === 1);
      expect(firsts, at).toHaveLength(1);
      expect(markdown.trimEnd().split('\n').at(-1)).toMatch(/^\[OpenAPI of this page\]\(/);
    }
  });

  it('link only to what is there', () => {
    for (const { nodes, path: at } of twins) {
      const local = brokenLinks(nodes, at, known).filter((url) => !/^[/#]/.test(url));
      expect(local, at).toEqual([]);
    }
  });
});
