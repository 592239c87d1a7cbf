import { defineConfig } from 'vitest/config';
import { themeAliases } from './tests/support/docusaurus/plugin.mts';

/** What is told from frames and from moments goes wrong on a busy machine: these have it to themselves. */
const ALONE = ['browser', 'moving', 'samples', 'steady', 'watch'].map(
  (name) => `tests/site/${name}.test.ts`,
);

/** These put another module in the place of one of ours, which others must not meet. */
const MOCKED = ['tests/unit/openapi/new-keyword.test.ts'];

const SITE = {
  globalSetup: ['tests/site/setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // A browser on a busy machine is late at times; the report says which test needed a second try.
  retry: 1,
};

export default defineConfig({
  test: {
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
          testTimeout: 30_000,
        },
      },
      {
        test: { name: 'mocked', include: MOCKED, maxWorkers: 2 },
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
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
