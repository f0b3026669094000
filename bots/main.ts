/** The package's program: without words, or with `start`, it serves; all else is a line in the terminal. */
const [first] = process.argv.slice(2);
await (first === undefined || first === 'start'
  ? import('./start.ts')
  : import('./terminal/main.ts'));
