import './compile-cache.js';
import { asUserError, UserError } from '../core/domain/user-error.ts';

try {
  // Only now, so that a bad data file, which is read as it is imported, is explained as other faults are.
  const { serve } = await import('./serve.ts');
  await serve();
} catch (error) {
  const { message, hint } = error instanceof UserError ? error : unexplained(error);
  process.stderr.write(`${message} ${hint}\n`);
  process.exitCode = 1;
}

/** There is no log yet to point to. */
function unexplained(error: unknown): UserError {
  const { message } = asUserError(error);
  if (process.env.LOG_LEVEL === 'debug') process.stderr.write(`${String(error)}\n`);
  return new UserError(message, 'With LOG_LEVEL=debug in front, the same command says what.');
}
