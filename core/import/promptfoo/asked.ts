import type { Source } from '../format.ts';
import { brief, listed } from '../naming.ts';
import type { Prompt } from './prompts.ts';
import { asText, filled, placesIn } from './template.ts';
import type { Test } from './tests.ts';

/** The system prompt, where it is the same for every test. */
export function fixedSystem(prompt: Prompt | undefined): string | undefined {
  const text = systemOf(prompt);
  return text === '' || placesIn(text).length > 0 ? undefined : text;
}

function systemOf(prompt: Prompt | undefined): string {
  const lines = (prompt?.messages ?? []).filter(
    ({ role }) => role === 'system' || role === 'developer',
  );
  return lines
    .map(({ content }) => content.trim())
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The question of a test with a prompt: its last user turn, and the exchanges before it. */
export function askedOf(prompt: Prompt | undefined, test: Test, { warn }: Source) {
  if (!prompt) return { ask: varsAlone(test, warn), given: [] };
  const say = (template: string) => filled(template, test.vars, warn);
  const given: { user: string; assistant: string }[] = [];
  let open: string[] = [];
  if (systemOf(prompt) !== '' && fixedSystem(prompt) === undefined) {
    warn('A system prompt that differs from test to test stands at the beginning of the question.');
    open.push(say(systemOf(prompt)));
  }
  for (const { role, content } of prompt.messages) {
    if (role === 'user') open.push(say(content));
    if (role !== 'assistant') continue;
    if (open.length === 0) {
      warn('An assistant’s turn without a question before it was left out.');
      continue;
    }
    given.push({ user: open.join('\n\n'), assistant: say(content) });
    open = [];
  }
  if (open.length === 0) {
    warn('A prompt that ends with the assistant’s own words was asked without them.');
    open = [given.pop()?.user ?? ''];
  }
  return { ask: [test.prefix, open.join('\n\n'), test.suffix].join(''), given };
}

/** Names that usually hold all that is asked. */
const QUESTIONS = ['prompt', 'question', 'query', 'input', 'message', 'user_input'];

function varsAlone({ vars, prefix, suffix }: Test, warn: Source['warn']): string {
  const all = Object.entries(vars).flatMap(([name, value]) => {
    const text = asText(value);
    return text === undefined || text.trim() === '' ? [] : [{ name, text }];
  });
  const whole =
    all.length === 1 ? all[0] : all.find(({ name }) => QUESTIONS.includes(name.toLowerCase()));
  if (whole) {
    const others = all.filter((one) => one !== whole).map(({ name }) => name);
    warn(`No prompt could be read: what “${brief(whole.name, 40)}” holds is asked as it stands.`);
    if (others.length > 0)
      warn(`The variables ${listed(others.slice(0, 8))} go unused without a prompt.`);
    return `${prefix}${whole.text}${suffix}`;
  }
  if (all.length > 0) warn('No prompt could be read: each test’s variables are asked, one a line.');
  return `${prefix}${all.map(({ name, text }) => `${name}: ${text}`).join('\n')}${suffix}`;
}
