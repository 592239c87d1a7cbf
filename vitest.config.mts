import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { themeAliases } from './tests/support/docusaurus/plugin.mts';

// As in a build. The packages' development forms take twice as long, to check what they are given.
process.env.NODE_ENV = 'production';

/** What is told from frames and from moments goes wrong on a busy machine: these have it to themselves. */
const ALONE = ['browser', 'engines', 'moving', 'samples', 'steady'].map(
  (name) => `tests/site/${name}.test.ts`,
);

/** What takes longest, the longest first: begun last, it would keep one core busy and the other one waiting. */
const SLOW = [
  ...[
    'site/hostile',
    'site/console/console',
    'site/level-one',
    'site/search',
    'site/accessibility',
  ],
  ...['site/policy', 'site/guides', 'site/watch', 'site/real-documents'],
  ...['unit/cli/runs', 'unit/generate/killed', 'unit/fuzz/wrong-types', 'unit/cli/check'],
].map((name) => `/tests/${name}.test.ts`);

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    const place = ({ moduleId }: TestSpecification): number =>
      SLOW.findIndex((name) => moduleId.endsWith(name)) + 1 || SLOW.length + 1;
    return sorted.sort((a, b) => group(a) - group(b) || place(a) - place(b));
  }
}

/** These replace modules for all that is loaded with them. */
const MOCKED = ['tests/unit/openapi/new-keyword.test.ts', 'tests/unit/site/windows.test.ts'];

const SITE = {
  // Each file would load the browser's library anew.
  isolate: false,
  globalSetup: ['tests/site/setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 10_000 } },
  // A browser on a busy machine is late at times; the report says which test needed a second try.
  retry: 1,
};

export default defineConfig({
  test: {
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        plugins: [themeAliases()],
        test: {
          name: 'unit',
          globalSetup: ['tests/unit/setup.ts'],
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: MOCKED,
          // Of two cores Vitest would leave one to itself.
          maxWorkers: 2,
          // Loading the same modules for each file took half of the time. They keep no state that shows.
          isolate: false,
          // Most of what a test makes is soon garbage, and cheaper to collect in larger portions.
          execArgv: ['--max-semi-space-size=64'],
          testTimeout: 60_000,
          hookTimeout: 30_000,
          // Some are about limits of time. The report says which test needed a second try.
          retry: process.env.CI ? 1 : 0,
        },
      },
      {
        test: { name: 'mocked', include: MOCKED, maxWorkers: 2 },
      },
      {
        test: {
          name: 'installed',
          include: ['tests/installed/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 10_000 } },
          retry: 1,
        },
      },
      {
        test: {
          name: 'proof',
          include: ['tests/proof/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...SITE,
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...SITE,
          name: 'alone',
          include: ALONE,
          fileParallelism: false,
          // Of the tests that wait most of the time; more of them would keep both cores busy.
          maxConcurrency: 3,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
