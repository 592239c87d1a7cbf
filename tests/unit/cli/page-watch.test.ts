import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchPages } from '../../../src/cli/page-watch.ts';
import { LAYOUT } from '../../../src/generate/layout.ts';

const SLICE = 'docs/api/add.api.json';

let root: string;
let unwatch: () => Promise<void>;
const told = vi.fn<(message: string) => void>();
const draw = (thread: string, slice: string): void =>
  fs.writeFileSync(path.join(root, LAYOUT.drawing, thread), slice);

beforeEach(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'page-watch-'));
  const file = path.join(root, SLICE);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const page = { kind: 'operation', method: 'post', path: '/books', title: 'Add a book' };
  fs.writeFileSync(file, JSON.stringify({ 'x-page': page }));
  told.mockClear();
  unwatch = await watchPages(root, told, 1);
});

afterEach(async () => {
  await unwatch();
  fs.rmSync(root, { recursive: true });
});

it('names the page that is drawn for too long, once', async () => {
  draw('1', SLICE);
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce(), { timeout: 20_000 });
  expect(told.mock.calls[0]?.[0]).toMatch(
    /^The page of docs\/api\/add\.api\.json \(POST \/books\) has been rendering for over 120 s\.\nLook for schemas/,
  );
});

it('says nothing as long as pages come and go', async () => {
  for (let page = 0; page < 100; page += 1) {
    draw('1', `api/page-${page}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(told).not.toHaveBeenCalled();
});

it('says nothing where nothing is drawn, and leaves no folder', async () => {
  draw('1', SLICE);
  fs.rmSync(path.join(root, LAYOUT.drawing), { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(told).not.toHaveBeenCalled();
  await unwatch();
  expect(fs.existsSync(path.join(root, LAYOUT.drawing))).toBe(false);
});
