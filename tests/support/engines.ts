import fs from 'node:fs';
import path from 'node:path';
import { chromiumPath } from './browser.ts';
import type { Engine } from './engines/engine.ts';
import { startPuppeteer } from './engines/puppeteer.ts';
import { startWebKit } from './engines/webkit.ts';

export interface EngineKind {
  readonly name: string;
  /** The Debian packages that it needs, each with the names that its program has on some system. */
  readonly packages: Readonly<Record<string, readonly string[]>>;
  start(): Promise<Engine>;
}

const FIREFOX = ['firefox-esr', 'firefox'];

export const ENGINES: readonly EngineKind[] = [
  {
    name: 'Chromium',
    // All tests of sites need it, and report where it is missing.
    packages: {},
    start: () =>
      startPuppeteer({ browser: 'chrome', executablePath: chromiumPath(), args: ['--no-sandbox'] }),
  },
  {
    name: 'Firefox',
    packages: { 'firefox-esr': FIREFOX },
    start: () => startPuppeteer({ browser: 'firefox', executablePath: pathOf(FIREFOX) }),
  },
  {
    name: 'WebKit',
    packages: { 'webkit2gtk-driver': ['WebKitWebDriver'], xvfb: ['Xvfb'] },
    start: startWebKit,
  },
];

/** The Debian packages that an engine needs and that are not installed. */
export function missingPackages({ packages }: EngineKind): string[] {
  return Object.keys(packages).filter((name) => !pathOf(packages[name] ?? []));
}

/** Where the first of some programs is. */
function pathOf(names: readonly string[]): string | undefined {
  const folders = process.env.PATH?.split(path.delimiter) ?? [];
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => fs.existsSync(file));
}
