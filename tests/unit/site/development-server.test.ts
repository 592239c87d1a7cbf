import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { slices } from '../../../src/site/development-server.ts';
import type { Published } from '../../../src/site/published.ts';

const page = (id: string, slice: string) => ({ page: id, slice });
const PUBLISHED = {
  apis: [
    { base: 'docs/shop', pages: [page('größe', 'docs/shop/größe.api.json')] },
    {
      base: '',
      pages: [page('schemas/pet', 'root/schemas/pet.schema.json'), page('gone', 'no.json')],
    },
  ],
  sidebars: [],
} as unknown as Published;

let siteDir: string;
let server: http.Server;
beforeAll(async () => {
  siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'server-'));
  for (const { slice } of PUBLISHED.apis.flatMap(({ pages }) => pages)) {
    if (slice === 'no.json') continue;
    fs.mkdirSync(path.dirname(path.join(siteDir, slice)), { recursive: true });
    fs.writeFileSync(path.join(siteDir, slice), JSON.stringify(slice));
  }
  const handle = slices(siteDir, ['/x/de/', '/x/'], () => PUBLISHED);
  server = http.createServer((request, response) =>
    handle(request, response, () => response.writeHead(404).end()),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  server.close();
  fs.rmSync(siteDir, { recursive: true });
});

it.each([
  ['/x/docs/shop/größe.json', 'docs/shop/größe.api.json'],
  ['/x/de/docs/shop/größe.json?a', 'docs/shop/größe.api.json'],
  ['/x/schemas/pet.json', 'root/schemas/pet.schema.json'],
  ['/x/gone.json', undefined],
  ['/x/docs/shop/sidebar.items.json', undefined],
  ['/schemas/pet.json', undefined],
  ['/x/docs/shop/%E0.json', undefined],
])('the development server has at %s the slice %s', async (url, slice) => {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${url}`);
  expect(response.status).toBe(slice === undefined ? 404 : 200);
  if (slice !== undefined) expect(await response.json()).toBe(slice);
});
