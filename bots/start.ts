import { enableCompileCache } from 'node:module';
import { asProblem, Problem } from '../core/problem.ts';

// A second start need not strip and compile the same files again.
enableCompileCache();

try {
  // Only now, so that a bad data file, which is read as it is imported, is explained as other faults are.
  const { serve } = await import('./serve.ts');
  await serve();
} catch (error) {
  const { message, next } = error instanceof Problem ? error : unexplained(error);
  process.stderr.write(`${message} ${next}\n`);
  process.exitCode = 1;
}

/** There is no log yet to point to. */
function unexplained(error: unknown): Problem {
  const { message } = asProblem(error);
  if (process.env.LOG_LEVEL === 'debug') process.stderr.write(`${String(error)}\n`);
  return new Problem(message, 'With LOG_LEVEL=debug in front, the same command says what.');
}
