import { digits, listOr } from '../text/plural.ts';
import type { Option } from './declare.ts';

/** Says what an option takes, in words that end a sentence: “a whole number from 1 to 100”. */
export function accepts(option: Option): string {
  switch (option.kind) {
    case 'text':
      return option.maxLength === undefined
        ? 'a text'
        : `a text of at most ${digits(option.maxLength)} characters`;
    case 'integer':
      return `a whole number from ${digits(option.min)} to ${digits(option.max)}`;
    case 'number':
      return `a number from ${option.min} to ${option.max}`;
    case 'flag':
      return 'yes or no';
    case 'choice':
      return listOr(option.choices);
    case 'models':
    case 'personas':
      return `names of ${option.kind}, with commas between them`;
    case 'model':
    case 'probe':
    case 'command':
      return `the name of a ${option.kind}`;
    case 'run':
      return 'the id of a run, or how it begins';
  }
}
