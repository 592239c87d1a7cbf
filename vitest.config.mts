import { defineConfig } from 'vitest/config';
import { themeAliases } from './tests/support/docusaurus/plugin.mts';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [themeAliases()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // Of two cores Vitest would leave one to itself.
          maxWorkers: 2,
          testTimeout: 30_000,
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
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/site/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A browser on a busy machine is late at times; the report says which test needed a second try.
          retry: 1,
          // Two cores gain little from more, and what is told from frames goes wrong.
          fileParallelism: false,
        },
      },
    ],
  },
});
