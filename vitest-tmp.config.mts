import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { include: ['tests/site/console/*.test.ts'], testTimeout: 15000, hookTimeout: 120000, provide: { site: { origin: 'http://127.0.0.1:1', folder: '' } } as never } });
