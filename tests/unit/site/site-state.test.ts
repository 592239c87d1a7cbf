import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAYOUT } from '../../../src/generate/layout.ts';
import { BUILT_SITE, DEPLOYMENT, type SiteState, siteState } from '../../../src/site/site-state.ts';

/** Not written out where code reads it: these tests are part of the clone, which is a site itself. */
const RUN = 'GITHUB_RUN_ID';
const NOON = new Date(2026, 5, 1, 12);

let root: string;
let outside: string;
const at = (file: string): string => path.join(root, file);
const write = (file: string, content = 'x'): void => {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true });
  fs.writeFileSync(at(file), content);
};

/** What the last `generate` has written. */
function record(files: Readonly<Record<string, string>>): void {
  const stamps = Object.entries(files).map(([file, hash]) => [file, [1, 1, hash]] as const);
  const inputs = ['openapi/shop.yaml'];
  write(LAYOUT.record, JSON.stringify({ inputs, files: Object.fromEntries(stamps) }));
}
const GENERATED = {
  'docs/reference/shop/list-books.api.mdx': 'the page',
  'docs/reference/shop/list-books.api.json': 'the slice',
};

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'state-'));
  outside = fs.mkdtempSync(path.join(os.tmpdir(), 'outside-'));
  write('package-lock.json', '{}');
  write('docusaurus.config.ts', "export default { title: 'Shop' };");
  write('openapi/shop.yaml', 'openapi: 3.1.0');
  write('docs/guide.mdx', '# Guide');
  write('static/img/logo.svg', '<svg/>');
  write('node_modules/react/index.js', 'export default 1;');
  for (const file of Object.keys(GENERATED)) write(file);
  record(GENERATED);
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of [root, outside]) fs.rmSync(folder, { recursive: true });
});

async function known(now = NOON, asked: unknown = []): Promise<SiteState> {
  const state = await siteState(root, asked, now);
  if (!state) throw new Error('the state is not known');
  return state;
}

/** What a change changes: the state of what is bundled, the whole state, or nothing. */
async function changedBy(change: () => void): Promise<string> {
  const before = await known();
  expect(await known()).toEqual(before);
  change();
  const after = await known();
  if (after.bundled !== before.bundled) {
    expect(after.all).not.toBe(before.all);
    return 'bundled';
  }
  return after.all === before.all ? 'nothing' : 'all';
}

describe('the state of a site', () => {
  it.each<[string, string, () => void]>([
    ['bundled', 'a guide', () => write('docs/guide.mdx', '# Other')],
    ['bundled', 'a guide more', () => write('docs/more.mdx')],
    ['bundled', 'a guide less', () => fs.rmSync(at('docs/guide.mdx'))],
    ['bundled', 'the name of a guide', () => fs.renameSync(at('docs/guide.mdx'), at('docs/b.mdx'))],
    ['bundled', 'a page among the generated ones', () => write('docs/reference/shop/tips.md')],
    ['bundled', 'the configuration', () => write('docusaurus.config.ts', 'export default {};')],
    ['bundled', 'a component', () => write('src/theme/Item/index.tsx')],
    ['bundled', 'a label', () => write('i18n/en/code.json', '{}')],
    ['bundled', 'a static file', () => write('static/img/logo.svg', '<svg> </svg>')],
    ['bundled', 'a file with a dot', () => write('.env', 'A=1')],
    ['bundled', 'the versions of packages', () => write('package-lock.json', '{ }')],
    ['bundled', 'a package', () => write('node_modules/react/index.js', 'export default 10;')],
    ['bundled', 'a package more', () => write('node_modules/@a/b/index.js')],
    ['bundled', 'what npm has installed', () => write('node_modules/.package-lock.json', '{}')],
    ['bundled', 'a variable', () => vi.stubEnv('SITE_URL', 'https://shop.test')],
    ['all', 'a generated page', () => record({ ...GENERATED, 'docs/reference/b.api.mdx': 'b' })],
    [
      'bundled',
      'the index of pages',
      () => record({ ...GENERATED, [`${LAYOUT.index}/shop.json`]: 'index' }),
    ],
    ['all', 'the document', () => write('openapi/shop.yaml', 'openapi: 3.2.0')],
    [
      'all',
      'a slice',
      () => record({ ...GENERATED, 'docs/reference/shop/list-books.api.json': 'other' }),
    ],
    [
      'all',
      'the time of a file of a package',
      () => fs.utimesSync(at('node_modules/react/index.js'), 1, 1),
    ],
    ['nothing', 'a cache of the bundler', () => write('node_modules/.cache/bundler/1')],
    ['nothing', 'what Docusaurus generates', () => write('.docusaurus/routes.js')],
    ['nothing', 'what we keep', () => write(`${LAYOUT.drawn}/pages/a.gz`)],
    ['nothing', 'the log of a task runner', () => write('.turbo/turbo-build.log')],
    [
      'nothing',
      'the plan of a deployment',
      () => {
        write('out.deploy/upload.sh');
        write(`out${DEPLOYMENT.folder}/${DEPLOYMENT.manifest}`);
      },
    ],
    ['bundled', 'a folder with such a name', () => write('out.deploy/other.json')],
    ['nothing', 'a built site', () => write(`out/${BUILT_SITE}`)],
    ['nothing', 'the terminal', () => vi.stubEnv('SHLVL', '7')],
    ['nothing', 'the run of CI', () => vi.stubEnv(RUN, '7')],
    ['nothing', 'the machine of CI', () => vi.stubEnv('INVOCATION_ID', '7')],
  ])('%s, with %s', async (expected, _, change) => {
    expect(await changedBy(change)).toBe(expected);
  });

  it('depends on the day, for years in footers, and on what was asked', async () => {
    const before = await known();
    const tomorrow = await known(new Date(2026, 5, 2, 12));
    expect(tomorrow.all).not.toBe(before.all);
    expect(tomorrow.bundled).toBe(before.bundled);
    expect((await known(NOON, ['de'])).bundled).not.toBe(before.bundled);
  });

  it('depends on the commit, which pages have dates from', async () => {
    const git = (...args: string[]): void => {
      const who = ['-c', 'user.name=a', '-c', 'user.email=a@shop.test'];
      execFileSync('git', [...who, ...args], { cwd: root, stdio: 'ignore' });
    };
    git('init');
    git('add', 'docs/guide.mdx');
    git('commit', '-m', 'a');
    expect(await changedBy(() => git('commit', '--allow-empty', '-m', 'b'))).toBe('all');
  });

  it.each([
    ['its property', `process.env.${RUN}`],
    ['its name in brackets', `process.env['${RUN}']`],
    ['its destructured name', `const { ${RUN}: run, CI } = process.env`],
  ])('depends on a variable of the run where code reads %s', async (_, code) => {
    write('docusaurus.config.ts', code);
    expect(await changedBy(() => vi.stubEnv(RUN, '7'))).toBe('bundled');
  });

  it('follows a package that is linked from elsewhere', async () => {
    fs.writeFileSync(path.join(outside, 'index.js'), '1');
    fs.symlinkSync(outside, at('node_modules/linked'));
    const change = (): void => fs.writeFileSync(path.join(outside, 'index.js'), '10');
    expect(await changedBy(change)).toBe('bundled');
  });

  it('follows where a link to a folder of the site leads', async () => {
    write('b/guide.md');
    fs.symlinkSync('docs', at('link'));
    const change = (): void => {
      fs.rmSync(at('link'));
      fs.symlinkSync('b', at('link'));
    };
    expect(await changedBy(change)).toBe('bundled');
  });

  it.each<[string, () => void]>([
    ['no lock file, as in a part of a larger repository', () => fs.rmSync(at('package-lock.json'))],
    ['no packages of its own', () => fs.rmSync(at('node_modules'), { recursive: true })],
    ['a folder that is elsewhere', () => fs.symlinkSync(outside, at('docs/linked'))],
    [
      'an option with a path outside',
      () => write('docusaurus.config.ts', `({ path: '../${path.basename(outside)}' })`),
    ],
    [
      'an import from outside',
      () => write('src/deep/item.ts', `import '../../../${path.basename(outside)}'`),
    ],
  ])('is not known with %s', async (_, change) => {
    expect(await siteState(root, [], NOON)).toBeDefined();
    change();
    expect(await siteState(root, [], NOON)).toBeUndefined();
  });
});
