import { globSync } from 'node:fs';
import { defineConfig } from 'rolldown';

/** Every module of the repository that the package has, by its path without the ending. */
const modules = Object.fromEntries(
  globSync(['index.ts', '{bots,cast,commands,core}/**/*.ts'])
    .filter((file) => !file.startsWith('bots/browser/page/'))
    .map((file) => [file.replace(/\.ts$/, ''), file]),
);

/** What `npm run build` makes for the package; the repository itself runs without it. */
export default defineConfig([
  {
    // Modules keep their files and folders: some are found by scanning, and one is a worker.
    input: modules,
    // Packages stay outside; what rolldown itself puts in for an older Node does not.
    external: (id) => /^[^./]/.test(id) && !id.startsWith('@oxc-project/runtime/'),
    platform: 'node',
    transform: { target: 'node22.13' },
    output: { dir: 'dist', preserveModules: true, preserveModulesRoot: '.' },
  },
  {
    // The script of the local channel's page. The library that it imports is served beside it.
    input: 'bots/browser/page/main.ts',
    external: './idiomorph.js',
    platform: 'browser',
    output: { file: 'dist/bots/browser/page/main.js' },
  },
]);
