import '../compile-cache.js';

// Only now, since what is imported with it is not kept.
const { runArgv } = await import('./receive/listen.ts');
await runArgv(process.argv.slice(2));
