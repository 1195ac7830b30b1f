import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'examples/**/*.test.ts'],
    globalSetup: [
      'packages/server/test/harness/global-setup.ts',
      'packages/console/test/harness/global-setup.ts',
    ],
    pool: 'forks',
    maxWorkers: 2,
    // A page in a browser takes its time on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
