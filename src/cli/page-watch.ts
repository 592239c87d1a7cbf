import fs from 'node:fs/promises';
import path from 'node:path';
import { LAYOUT } from '../generate/layout.ts';

/** The slowest page measured takes about two seconds. */
const MOST_SECONDS = 120;

/**
 * Detects a page that never finishes rendering. Each render thread writes the slice it is rendering to a file
 * in `LAYOUT.drawing`; Docusaurus itself shows no progress.
 *
 * @param onStuck Called once, with a message for the user.
 * @param tick Milliseconds between checks. Checks are counted instead of time, so a machine that slept is
 * not mistaken for a slow page.
 * @returns a function that stops the watch.
 */
export async function watchPages(
  root: string,
  onStuck: (message: string) => void,
  tick = 1_000,
): Promise<() => Promise<void>> {
  const folder = path.join(root, LAYOUT.drawing);
  await fs.rm(folder, { recursive: true, force: true });
  await fs.mkdir(folder, { recursive: true });
  /** The slice that each thread is rendering, and for how many checks in a row. */
  const seen = new Map<string, { readonly slice: string; readonly times: number }>();
  let isLooking = false;
  const look = async (): Promise<void> => {
    for (const thread of await fs.readdir(folder).catch(() => [])) {
      const slice = await fs.readFile(path.join(folder, thread), 'utf8').catch(() => '');
      const last = seen.get(thread);
      const times = last?.slice === slice ? last.times + 1 : 0;
      seen.set(thread, { slice, times });
      if (times !== MOST_SECONDS || slice === '') continue;
      clearInterval(timer);
      onStuck(await stuckMessage(root, slice));
    }
  };
  const timer = setInterval(async () => {
    if (isLooking) return;
    isLooking = true;
    await look();
    isLooking = false;
  }, tick);
  return async () => {
    clearInterval(timer);
    await fs.rm(folder, { recursive: true, force: true });
  };
}

async function stuckMessage(root: string, slice: string): Promise<string> {
  const text = await fs.readFile(path.join(root, slice), 'utf8').catch(() => '{}');
  const { kind, method, path: address, title } = JSON.parse(text)['x-page'] ?? {};
  const name = kind === 'operation' ? `${String(method).toUpperCase()} ${address}` : title;
  return `The page of ${slice}${name ? ` (${name})` : ''} has been rendering for over ${MOST_SECONDS} s.
Look for schemas with very many references to each other, or remove the operation with an overlay.
Please also report a bug: no document should take this long.`;
}
