import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { interrupts } from '../../bots/terminal/receive/transport.ts';

function setUp() {
  const signals = new EventEmitter();
  const did: unknown[] = [];
  // A process is an emitter that a test may not signal.
  const onInterrupt = interrupts(signals as never, (code) => did.push(code));
  return { did, onInterrupt, ctrlC: () => signals.emit('SIGINT') };
}

test('the first Ctrl-C is for whoever listens, the second ends the process', () => {
  const { did, onInterrupt, ctrlC } = setUp();
  onInterrupt(() => did.push('stopping'));
  ctrlC();
  expect(did).toEqual(['stopping']);
  ctrlC();
  expect(did).toEqual(['stopping', 130]);
});

test('Ctrl-C ends the process where nobody listens, or no longer', () => {
  const { did, onInterrupt, ctrlC } = setUp();
  ctrlC();
  onInterrupt(() => did.push('stopping'))();
  ctrlC();
  expect(did).toEqual([130, 130]);
});
