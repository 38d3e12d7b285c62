import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    globalSetup: ['test/rendered-once.ts'],
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // One more than two cores: some files wait for a clock.
    maxWorkers: 3,
    expect: { requireAssertions: true },
  },
});
