import type { Browser, CDPSession, Page } from 'playwright-core';
import { addressOf } from './intent.ts';
import { median } from './statistics.ts';

/** A phone of the middle class on a slow 4G line, as Lighthouse has it. */
export const SLOW_PHONE = {
  cpuSlowdown: 4,
  /** Bits per second. */
  download: 1_600_000,
  upload: 750_000,
  /** Milliseconds, for every request. */
  latency: 150,
  viewport: { width: 412, height: 823 },
} as const;

/** A page, and names of its document that a reader would look for. */
export interface MarkedPage {
  readonly page: string;
  readonly markers: readonly string[];
}

/** How a page came up; times in milliseconds since the navigation began. */
export interface Visit {
  /** The first frame in which all markers stand in visible text; undefined if they never did. */
  readonly contentVisible: number | undefined;
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** What tasks took beyond 50 ms each, after the first paint. */
  readonly blocking: number;
  /** Cumulative layout shift, without a unit. */
  readonly shift: number;
}

/**
 * Visits the same page of several servers a number of times, each with an empty cache, and gives
 * the median of each figure for each server. They take turns, so that what else the machine does
 * meets all of them alike.
 */
export async function visit(
  browser: Browser,
  origins: readonly string[],
  file: string,
  markers: readonly string[],
  runs: number,
): Promise<Visit[]> {
  const visits: Visit[][] = origins.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (const [index, origin] of origins.entries()) {
      visits[index]?.push(await visitOnce(browser, origin, file, markers));
    }
  }
  return visits.map(medians);
}

function medians(visits: readonly Visit[]): Visit {
  const seen = visits.flatMap(({ contentVisible }) => contentVisible ?? []);
  return {
    contentVisible: seen.length === visits.length ? median(seen) : undefined,
    firstPaint: median(visits.map((one) => one.firstPaint)),
    largestPaint: median(visits.map((one) => one.largestPaint)),
    blocking: median(visits.map((one) => one.blocking)),
    shift: median(visits.map((one) => one.shift)),
  };
}

async function visitOnce(
  browser: Browser,
  origin: string,
  file: string,
  markers: readonly string[],
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: SLOW_PHONE.viewport,
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  await slowDown(await context.newCDPSession(page));
  // tsx marks functions with a helper of its own, which the page does not have.
  await page.addInitScript('globalThis.__name = (target) => target;');
  await page.addInitScript(record, markers as string[]);
  await page.goto(addressOf(origin, file), { waitUntil: 'load', timeout: 180_000 });
  await page.waitForLoadState('networkidle', { timeout: 180_000 });
  await quiet(page);
  const found = await page.evaluate(() => window.benchRecord);
  await context.close();
  return {
    // A frame begins before it is painted, and nothing is seen before the first one was.
    contentVisible:
      found.contentVisible === undefined
        ? undefined
        : Math.max(found.contentVisible, found.firstPaint),
    firstPaint: found.firstPaint,
    largestPaint: found.largestPaint,
    blocking: blockingTime(found.tasks, found.firstPaint),
    shift: found.shift,
  };
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW_PHONE.latency,
    downloadThroughput: SLOW_PHONE.download / 8,
    uploadThroughput: SLOW_PHONE.upload / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PHONE.cpuSlowdown });
}

/** Waits until there has been no long task for two seconds. */
async function quiet(page: Page): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    const since = await page.evaluate(() => performance.now() - window.benchRecord.lastTask);
    if (since > 2000) return;
    await page.waitForTimeout(500);
  }
}

/** A task of the main thread, in milliseconds. */
export interface Task {
  readonly start: number;
  readonly duration: number;
}

/** Total blocking time: what tasks took beyond 50 ms each, after the first paint, in milliseconds. */
export function blockingTime(tasks: readonly Task[], firstPaint: number): number {
  return tasks.reduce((sum, { start, duration }) => {
    const end = start + duration;
    const after = end - Math.max(start, firstPaint);
    return sum + Math.max(0, after - 50);
  }, 0);
}

interface BenchRecord {
  contentVisible?: number;
  firstPaint: number;
  largestPaint: number;
  shift: number;
  lastTask: number;
  readonly tasks: { start: number; duration: number }[];
}

declare global {
  interface Window {
    benchRecord: BenchRecord;
  }
}

/** Runs in the page before its own scripts; must not use anything from outside. */
function record(markers: string[]): void {
  const found: BenchRecord = { firstPaint: 0, largestPaint: 0, shift: 0, lastTask: 0, tasks: [] };
  window.benchRecord = found;
  const observe = (type: string, take: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((entries) => entries.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    });
  };
  observe('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') found.firstPaint = entry.startTime;
  });
  observe('largest-contentful-paint', (entry) => {
    found.largestPaint = entry.startTime;
  });
  observe('layout-shift', (entry) => {
    const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!shift.hadRecentInput) found.shift += shift.value;
  });
  observe('longtask', ({ startTime, duration }) => {
    found.tasks.push({ start: startTime, duration });
    found.lastTask = startTime + duration;
  });
  // The deepest elements with the marker in their text; names may be marked up in parts.
  const stands = (root: Element, marker: string): boolean => {
    if (/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(root.tagName)) return false;
    if (!root.textContent?.includes(marker)) return false;
    const inner = [...root.children].filter((child) => child.textContent?.includes(marker));
    if (inner.length > 0) return inner.some((child) => stands(child, marker));
    return root.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  let changed = true;
  new MutationObserver(() => {
    changed = true;
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  const look = (time: number): void => {
    const main = document.querySelector('main');
    if (changed && main) {
      changed = false;
      if (markers.every((marker) => stands(main, marker))) found.contentVisible = time;
    }
    if (found.contentVisible === undefined) requestAnimationFrame(look);
  };
  if (markers.length > 0) requestAnimationFrame(look);
}
