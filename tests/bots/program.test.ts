import { expect, test } from 'vitest';
import { programName } from '../../bots/program.ts';

test('commands are shown as they can be typed here', () => {
  expect(programName(true, {})).toBe('npm run probe --');
  expect(programName(true, { npm_command: 'exec' })).toBe('npm run probe --');
  expect(programName(false, { npm_command: 'exec' })).toBe('npx dramatis');
  expect(programName(false, {})).toBe('dramatis');
});
