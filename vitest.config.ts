import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 300_000,
    // Real tools are behind many tests; two at a time is what a small machine bears.
    maxWorkers: 2,
  },
});
