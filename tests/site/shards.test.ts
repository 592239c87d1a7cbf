import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../support/site.ts';
import { differences, hashTree } from '../support/tree.ts';
import { artifactOf, SHARDS, siteOf } from './sites.ts';

const sharded = siteOf('sharded');
const project = path.join(sharded, '../..');
const whole = siteOf('policy');

interface Pages {
  readonly pages: Readonly<Record<string, { readonly pages: object }>>;
}

/** The paths of the pages of a shard. */
function pagesOf(shard: string): string[] {
  const file = path.join(project, artifactOf(shard), 'reference-part.json');
  const { pages }: Pages = JSON.parse(fs.readFileSync(file, 'utf8'));
  return Object.values(pages).flatMap((one) => Object.keys(one.pages));
}

describe('a site that is joined from shards', () => {
  it('is the same, byte for byte, as one that is built on one machine', () => {
    expect(Object.keys(hashTree(whole)).length).toBeGreaterThan(150);
    const found = differences(sharded, whole);
    expect(found, found.slice(0, 5).join('\n')).toEqual([]);
  });

  it('has each page of the reference from one of them, in both languages', () => {
    const pages = SHARDS.flatMap(pagesOf);
    const german = pages.filter((page) => page.startsWith('/api/de/'));
    expect(new Set(pages).size).toBe(pages.length);
    expect(german.length).toBeGreaterThan(20);
    expect(pages.length).toBe(2 * german.length);
    for (const shard of SHARDS) expect(pagesOf(shard).length).toBeGreaterThan(5);
  });
});

describe('a merge that is refused', () => {
  const artifacts = path.join(project, 'artifacts');
  const spare = `${artifacts}.spare`;
  const document = path.join(project, 'openapi/playground.yaml');
  let before: Record<string, string>;
  beforeEach(() => {
    before = hashTree(sharded);
    fs.cpSync(artifacts, spare, { recursive: true });
  });
  afterEach(() => {
    fs.rmSync(artifacts, { recursive: true });
    fs.renameSync(spare, artifacts);
  });
  const at = (shard: string, file: string): string => path.join(project, artifactOf(shard), file);
  function refusal(): string {
    const args = ['artifacts', '--document', 'openapi/playground.yaml', '--out-dir', 'host/api'];
    const env = { BASE_URL: '/api/', CSP: 'meta' };
    const { code, stderr } = run(project, ['merge', ...args], env);
    expect(code).toBe(1);
    expect(hashTree(sharded), 'the last good site stays').toEqual(before);
    return stderr;
  }

  it('says that a shard is lost', () => {
    fs.rmSync(path.join(project, artifactOf('2/3')), { recursive: true });
    expect(refusal()).toMatch(/^Shard 2\/3 is missing: 2 of 3 are in .*Run ".*--shard 2\/3"/);
  });

  it('says that a shard is cut off', () => {
    fs.truncateSync(at('3/3', 'pages.de.pack'), 1000);
    expect(refusal()).toMatch(/3-of-3\/pages\.de\.pack, of shard 3\/3, has 1,000 bytes instead of/);
  });

  it('says that the document is another one', () => {
    const text = fs.readFileSync(document, 'utf8');
    fs.writeFileSync(document, text.replace('Playground', 'Another'));
    try {
      const message = refusal();
      for (const shard of SHARDS)
        expect(message).toContain(`shard ${shard}, was made from something else: other documents`);
    } finally {
      fs.writeFileSync(document, text);
    }
  });
});
