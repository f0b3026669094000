import { describe, expect, it } from 'vitest';
import { localPerson } from '../../bots/browser/receive/person.ts';
import { lineOf, slashed } from '../../bots/browser/receive/typed.ts';
import { runOf } from '../../bots/browser/render/run-of.ts';
import { createChannel } from '../../bots/browser/send/channel.ts';
import { FOLDERS } from '../../bots/folders.ts';
import { loadCommands } from '../../core/command-line/load.ts';
import { parseLine } from '../../core/command-line/parse.ts';
import type { Action, Message } from '../../core/views/view.ts';

const says = (text: string): Message => ({
  view: { state: 'info', blocks: [{ kind: 'text', text }], actions: [] },
});
const commands = await loadCommands(FOLDERS.commands);

describe('the channel', () => {
  it('finds the latest message about a run, and any message by its own id', () => {
    const channel = createChannel();
    const first = channel.post(says('1'), { run: 'abc' });
    const second = channel.post(says('2'), { run: 'abc' });
    expect(channel.find('abc')).toBe(second);
    expect(channel.find(first.id)).toBe(first);
    expect(channel.find('nope')).toBeUndefined();
  });

  it('keeps threads apart, and lets a reply change the message that it hangs on', () => {
    const channel = createChannel();
    const [root, other] = [channel.post(says('1'), {}), channel.post(says('2'), {})];
    const seen = channel.revision();
    const reply = channel.post(says('3'), { root: root.id });
    expect(channel.replies(root.id)).toEqual([reply]);
    expect(channel.replies(other.id)).toEqual([]);
    expect(channel.roots().map(({ id }) => id)).toEqual([root.id, other.id]);
    expect(channel.since(seen).map(({ id }) => id)).toEqual([reply.id, root.id]);
  });

  it('lists a message once in what changed, as it is now', () => {
    const channel = createChannel();
    const posted = channel.post(says('one'), {});
    channel.edit(posted.id, says('two'), undefined);
    expect(channel.since(0).map(({ message }) => message)).toEqual([says('two')]);
    expect(channel.edit('nope', says('three'), undefined)).toBeUndefined();
  });

  it('wakes who waits for a change, at each one and when it closes', async () => {
    const channel = createChannel();
    const change = channel.changed();
    channel.post(says('1'), {});
    await change;
    const end = channel.changed();
    channel.close();
    await end;
    await channel.changed();
  });

  it('lets the oldest thread go when it is full', () => {
    const channel = createChannel();
    const oldest = channel.post(says('oldest'), {});
    const reply = channel.post(says('its reply'), { root: oldest.id });
    for (let at = 0; at < 2000; at++) channel.post(says(`${at}`), {});
    expect(channel.get(oldest.id)).toBeUndefined();
    expect(channel.get(reply.id)).toBeUndefined();
    expect(channel.roots().at(-1)?.message).toEqual(says('1999'));
  });
});

describe('the run of a message', () => {
  const action = (line: string): Action => ({ label: 'Go', line, style: 'plain' });
  const view = (...lines: readonly string[]) => ({
    state: 'done' as const,
    blocks: [],
    actions: lines.map(action),
  });

  it('is the one that its buttons act on', () => {
    expect(runOf(view('show 7f3a9c --as answers'), commands)).toBe('7f3a9c');
    expect(runOf(view('help', 'cancel 7f3a9c'), commands)).toBe('7f3a9c');
  });

  it('is none where no button names one that could stand in an address', () => {
    expect(runOf(view('help', 'run words', 'no such command', '"'), commands)).toBeUndefined();
    expect(runOf(view('show "../../etc"', 'show "a b"'), commands)).toBeUndefined();
  });
});

describe('typed text', () => {
  it.each([
    ['/probe run drift', 'run drift'],
    ['  /run drift', 'run drift'],
    ['/probe', ''],
    ['/probes', 'probes'],
    ['/', ''],
  ])('%j is the command %j', (text, line) => {
    expect(slashed(text)?.line).toBe(line);
    expect(lineOf(text, commands, undefined)).toBe(line);
  });

  it.each(['Why?', 'say "yes" \\ or --models larch', 'two\nlines', '“curly” ’tis'])(
    '%j without a slash is asked word for word',
    (text) => {
      const { command, values } = parseLine(lineOf(text, commands, undefined), commands);
      expect(command.name).toBe('ask');
      expect(values).toEqual({ prompt: text });
      const after = parseLine(lineOf(text, commands, '7f3a9c'), commands);
      expect(after.values).toEqual({ prompt: text, after: '7f3a9c' });
    },
  );

  it('asks anew in a thread where ask can’t follow up', () => {
    expect(lineOf('Why?', new Map(), '7f3a9c')).toBe('ask "Why?"');
  });
});

describe('who sits here', () => {
  it('is called as the environment says, without what a name can’t hold', () => {
    expect(localPerson(' Ada \u0000 Lovelace\n')).toEqual({
      id: 'local:Ada-Lovelace',
      name: 'Ada Lovelace',
    });
    expect(localPerson().name).not.toBe('');
  });
});
