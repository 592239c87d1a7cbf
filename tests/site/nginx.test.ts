import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ROOT } from '../support/site.ts';

// What the guide about hosting says about nginx, with nginx itself where it is installed.
const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx'].find((file) => fs.existsSync(file));
const MIME = '/etc/nginx/mime.types';

/** The configuration in the guide. */
function guideConfiguration(): string {
  const guide = fs.readFileSync(path.join(ROOT, 'docs/about/hosting.mdx'), 'utf8');
  const [, fence] = /```nginx title="[^"]*docs\.conf"\n([\s\S]*?)\n```/.exec(guide) ?? [];
  if (fence === undefined) throw new Error('The guide has no configuration of nginx.');
  return fence;
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe.skipIf(!NGINX || !fs.existsSync(MIME))('nginx as in the guide', () => {
  const { folder } = inject('small');
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'nginx-'));
  let origin: string;
  let nginx: ChildProcess;

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    fs.writeFileSync(path.join(place, 'docs-policy.conf'), "add_header X-Policy 'here' always;\n");
    const server = guideConfiguration()
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace('root /srv/docs/current;', `root ${folder};`)
      .replace('root /srv/docs/previous;', `root ${place};`)
      .replace('include mime.types;', `include ${MIME};`)
      .replace('include snippets/docs-policy.conf;', `include ${place}/docs-policy.conf;`)
      // Its module is a package of its own.
      .replace('brotli_static on;', '');
    fs.writeFileSync(
      path.join(place, 'nginx.conf'),
      `daemon off;\nmaster_process off;\npid ${place}/pid;\nerror_log stderr;\nevents { }\nhttp {\n  access_log off;\n  client_body_temp_path ${place}/body;\n  proxy_temp_path ${place}/proxy;\n  fastcgi_temp_path ${place}/fastcgi;\n  uwsgi_temp_path ${place}/uwsgi;\n  scgi_temp_path ${place}/scgi;\n  include ${MIME};\n${server}\n}\n`,
    );
    const args = ['-p', place, '-c', path.join(place, 'nginx.conf')];
    const { status, stderr } = spawnSync(NGINX ?? '', ['-t', ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    nginx = spawn(NGINX ?? '', args);
    for (let tries = 0; tries < 100; tries++) {
      if (
        await fetch(origin).then(
          () => true,
          () => false,
        )
      )
        return;
      await setTimeout(50);
    }
    throw new Error('nginx does not answer.');
  });
  afterAll(() => {
    nginx?.kill();
    fs.rmSync(place, { recursive: true });
  });

  const LIST = '/reference/bookshop/list-books';
  const MARKDOWN = 'text/markdown; charset=utf-8';
  const HTML = 'text/html; charset=utf-8';
  const AGENT = 'text/markdown, text/html;q=0.9, */*;q=0.1';
  const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

  it.each([
    [`${LIST}/`, AGENT, 200, MARKDOWN],
    [LIST, AGENT, 200, MARKDOWN],
    ['/reference/bookshop/', AGENT, 200, MARKDOWN],
    ['/guides/bookshop/embeds/', AGENT, 200, MARKDOWN],
    [`${LIST}/`, BROWSER, 200, HTML],
    [`${LIST}/`, '*/*', 200, HTML],
    [LIST, BROWSER, 301, 'text/html'],
    [`${LIST}.md`, BROWSER, 200, MARKDOWN],
    // Pages without a twin, and files.
    ['/', AGENT, 200, HTML],
    ['/search/', AGENT, 200, HTML],
    [`${LIST}.json`, AGENT, 200, 'application/json'],
    ['/reference/bookshop/openapi.json', AGENT, 200, 'application/json'],
    ['/llms.txt', AGENT, 200, 'text/plain; charset=utf-8'],
    ['/.well-known/api-catalog', '*/*', 200, 'application/linkset+json'],
    ['/nothing/', AGENT, 404, HTML],
    ['/nothing/', BROWSER, 404, HTML],
  ])('%s for %s: %i, %s', async (address, accept, status, type) => {
    const response = await fetch(origin + address, { headers: { accept }, redirect: 'manual' });
    const body = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
    if (status === 200 && type === MARKDOWN) expect(body).toMatch(/^# \S/);
  });

  it.each([AGENT, BROWSER])(
    'keeps what caches have apart, and sends the policy: %s',
    async (accept) => {
      const { headers } = await fetch(`${origin}${LIST}/`, { headers: { accept } });
      expect(headers.get('vary')).toContain('Accept');
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('x-policy')).toBe('here');
    },
  );

  it('keeps files with a hash', async () => {
    const [file] = fs.readdirSync(path.join(folder, 'assets/css'));
    const { status, headers } = await fetch(`${origin}/assets/css/${file}`);
    expect([status, headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    expect((await fetch(`${origin}/assets/css/nothing.css`)).status).toBe(404);
  });
});
