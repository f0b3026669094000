import fc from 'fast-check';
import { Keyv } from 'keyv';
import { expect, test, vi } from 'vitest';
import { usePlainJson } from '../../core/store/plain-json.ts';

const asKeyvDoes = new Keyv();
const plain = new Keyv();
usePlainJson(plain);

test('what is written and read is what Keyv writes and reads', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(':', ':base64:aGk=', '":', ',":', 'a:":b', '['),
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      text,
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(text, fc.oneof(tie('any'), fc.constant(undefined)), { maxKeys: 4 }),
    ),
  })).any;
  fc.assert(
    fc.property(value, (some) => {
      const entry = { value: some } as { value: never };
      const written = String(plain.serialize?.(entry));
      expect(written).toBe(asKeyvDoes.serialize?.(entry));
      expect(plain.deserialize?.(written)).toEqual(asKeyvDoes.deserialize?.(written));
    }),
  );
});

test('Keyv goes through a value only where a string begins with a colon', () => {
  const keyv = { serialize: vi.fn(), deserialize: vi.fn() };
  const { serialize, deserialize } = keyv;
  usePlainJson(keyv);
  const entry = { value: { text: '{"a":"b"}', more: ['x:', '"'] } } as unknown as { value: never };
  keyv.deserialize(keyv.serialize(entry));
  expect([serialize.mock.calls, deserialize.mock.calls]).toEqual([[], []]);
  keyv.serialize({ value: { text: ':x' } } as never);
  keyv.deserialize('{"value":[":x"]}');
  expect([serialize.mock.calls.length, deserialize.mock.calls.length]).toEqual([1, 1]);
});
