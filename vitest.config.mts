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
          // One browser and one server are shared; two cores gain nothing from more.
          fileParallelism: false,
        },
      },
    ],
  },
});
