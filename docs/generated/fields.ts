import { z } from 'zod';
import { probeSchema } from '../../core/probes/schema.ts';
import { code, table } from './table.ts';

interface Field {
  readonly description?: string;
  readonly default?: unknown;
}

/** Every field of a probe's file. */
export function probeFields(): string {
  const { properties = {}, required = [] } = z.toJSONSchema(probeSchema, {
    io: 'input',
    unrepresentable: 'any',
  });
  return table(
    ['field', 'what it says', 'where it is left out'],
    Object.entries(properties).map(([name, schema]) => {
      const { description, default: usual } = schema as Field;
      if (description === undefined)
        throw new Error(`the field ${name} of a probe has no description`);
      return [code(name), description, required.includes(name) ? 'it is needed' : usually(usual)];
    }),
  );
}

function usually(usual: unknown): string {
  if (usual === undefined) return 'nothing';
  const isEmpty = typeof usual === 'object' && Object.keys(usual ?? {}).length === 0;
  return isEmpty ? 'nothing' : code(typeof usual === 'string' ? usual : JSON.stringify(usual));
}
