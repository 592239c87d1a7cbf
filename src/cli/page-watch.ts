import fs from 'node:fs/promises';
import path from 'node:path';
import { LAYOUT } from '../generate/layout.ts';

/** The largest page that is known takes two seconds. */
const MOST_SECONDS = 120;

/**
 * Watches the static rendering, whose threads write into `LAYOUT.drawing` which slice they draw. A
 * page that takes too long is a fault that nobody would find otherwise: the rendering says nothing.
 *
 * @param onStuck Told once, in words for people.
 * @param tick How long a second is, in milliseconds. What counts are looks, so a machine that slept
 *   in between is not taken for a slow one.
 * @returns Ends the watch.
 */
export async function watchPages(
  root: string,
  onStuck: (message: string) => void,
  tick = 1_000,
): Promise<() => Promise<void>> {
  const folder = path.join(root, LAYOUT.drawing);
  await fs.rm(folder, { recursive: true, force: true });
  await fs.mkdir(folder, { recursive: true });
  /** What each thread draws, and how often it was seen at that. */
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
      onStuck(await messageOf(root, slice));
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

async function messageOf(root: string, slice: string): Promise<string> {
  const file = path.join(root, LAYOUT.slices, `${slice}.json`);
  const text = await fs.readFile(file, 'utf8').catch(() => '{}');
  const { kind, method, path: address, title } = JSON.parse(text)['x-page'] ?? {};
  const name = kind === 'operation' ? `${String(method).toUpperCase()} ${address}` : title;
  return `The page reference/${slice}${name ? ` (${name})` : ''} has taken over ${MOST_SECONDS} s to draw.
Look for schemas that refer to each other in very many ways, or leave it out with an overlay. Please
report it, too: no document should take that long.`;
}
