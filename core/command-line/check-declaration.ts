import type { Option } from './declare.ts';

type Check = (value: unknown) => boolean;
type Fields = Readonly<Record<string, Check>>;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isLine: Check = (value) =>
  typeof value === 'string' && value.trim() !== '' && value.trim().length <= 100;
const isYesOrNo: Check = (value) => typeof value === 'boolean';
const isLength: Check = (value) => Number.isInteger(value) && Number(value) > 0;
const isList =
  (holds: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(holds);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const NAMES: Fields = {};

/** The fields of each kind of option beside those that all have. */
const OWN_FIELDS: Readonly<Record<Option['kind'], Fields>> = {
  text: { maxLength: optional(isLength) },
  integer: { min: Number.isInteger, max: Number.isInteger },
  number: { min: Number.isFinite, max: Number.isFinite },
  flag: { positional: (value) => value === undefined || value === false },
  choice: { choices: isList(isText) },
  models: NAMES,
  personas: NAMES,
  model: NAMES,
  probe: NAMES,
  run: NAMES,
  command: NAMES,
};

const OPTION: Fields = {
  kind: (value) => typeof value === 'string' && Object.hasOwn(OWN_FIELDS, value),
  about: isLine,
  required: optional(isYesOrNo),
  positional: optional(isYesOrNo),
};

const COMMAND: Fields = {
  name: (value) => typeof value === 'string' && /^[a-z]+$/.test(value),
  about: isLine,
  terminal: optional(isYesOrNo),
  options: isRecord,
  examples: isList(isText),
  run: (value) => typeof value === 'function',
};

/** The content of each field, in words that follow its name. */
const HOLDS: Readonly<Record<string, string>> = {
  name: 'is lower-case letters only',
  about: 'is one line of at most 100 characters',
  terminal: 'is true or false',
  options: 'is an object',
  examples: 'are command lines, at least one',
  run: 'is a function',
  kind: `is one of ${Object.keys(OWN_FIELDS).join(', ')}`,
  required: 'is true or false',
  positional: 'is true or false, and never true for a flag',
  maxLength: 'is a whole number above 0',
  min: 'is a number, and a whole one for an integer',
  max: 'is a number, and a whole one for an integer',
  choices: 'are texts, at least one',
};

/** The reason why a value is no declaration of a command; undefined where it is one. */
export function declarationError(command: unknown): string | undefined {
  if (!isRecord(command)) return 'it exports nothing called `command`';
  const wrong = wrongField(command, COMMAND);
  if (wrong !== undefined) return `\`${wrong}\` ${HOLDS[wrong]}`;
  const options = Object.entries(isRecord(command.options) ? command.options : {});
  for (const [name, option] of options) {
    const reason = optionError(name, option);
    if (reason !== undefined) return reason;
  }
  return orderError(options.map(([, option]) => option as Option));
}

function optionError(name: string, option: unknown): string | undefined {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name))
    return 'options are called by lower-case letters and hyphens';
  if (name.startsWith('no-')) return 'an option called no-… denies a flag of that name';
  if (!isRecord(option)) return `\`options.${name}\` is an object`;
  const wrongBase = wrongField(option, OPTION);
  if (wrongBase !== undefined) return `\`options.${name}.${wrongBase}\` ${HOLDS[wrongBase]}`;
  const { kind } = option as unknown as Option;
  const own = OWN_FIELDS[kind];
  const wrong = wrongField(option, own);
  if (wrong !== undefined) return `\`options.${name}.${wrong}\` ${HOLDS[wrong]}`;
  const unknown = Object.keys(option).find((field) => !(field in OPTION) && !(field in own));
  if (unknown !== undefined)
    return `\`options.${name}.${unknown}\` is no field of the kind ${kind}`;
  return Number(option.min) > Number(option.max)
    ? `in \`options.${name}\` min is above max`
    : undefined;
}

function orderError(options: readonly Option[]): string | undefined {
  const required = options.map((option) => option.required === true);
  const free = required.indexOf(false);
  if (free >= 0 && required.includes(true, free)) return 'required options stand before the others';
  const kinds = options.filter(({ positional }) => positional).map(({ kind }) => kind);
  return kinds.slice(0, -1).includes('text')
    ? 'a positional text takes all words, so it is the last positional option'
    : undefined;
}

function wrongField(value: Readonly<Record<string, unknown>>, fields: Fields): string | undefined {
  return Object.keys(fields).find((field) => fields[field]?.(value[field]) === false);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
