import { defineConfig } from 'vitest/config';

/** `npm run smoke`: what `npm pack` makes, installed elsewhere. It needs the npm registry, and so stands apart. */
export default defineConfig({
  test: {
    include: ['tests/package/*.smoke.ts'],
    testTimeout: 120_000,
    hookTimeout: 600_000,
  },
});
