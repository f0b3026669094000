import { keepCompiled } from '../compile-cache.ts';

keepCompiled();
// Only now, since what is imported before is not kept.
const { runArgv } = await import('./receive/argv.ts');
await runArgv(process.argv.slice(2));
