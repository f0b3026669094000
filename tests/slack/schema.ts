import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';

/**
 * JSON schemas made from the types of @slack/types, which nobody here wrote. Making them takes
 * seconds: they are kept in node_modules/.cache, by the version of the package.
 */
const require = createRequire(import.meta.url);
const packagePath = require.resolve('@slack/types/package.json');
const CACHE = join(dirname(dirname(dirname(packagePath))), '.cache', 'dramatis');
const ROOTS = ['KnownBlock', 'ModalView'] as const;

interface Schema {
  readonly $ref?: string;
  readonly definitions: Readonly<Record<string, SchemaNode>>;
}

interface SchemaNode {
  readonly anyOf?: readonly SchemaNode[];
  readonly properties?: { readonly type?: { readonly const?: string } };
}

async function load(root: (typeof ROOTS)[number]): Promise<Schema> {
  const { version } = JSON.parse(await readFile(packagePath, 'utf8'));
  const file = join(CACHE, `slack-types-${version}-${root}.json`);
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    const schema = createGenerator({
      path: join(dirname(packagePath), 'dist', 'index.d.ts'),
      type: root,
      skipTypeCheck: true,
    }).createSchema(root);
    await mkdir(CACHE, { recursive: true });
    await writeFile(file, JSON.stringify(schema));
    return JSON.parse(JSON.stringify(schema));
  }
}

/**
 * Not yet in @slack/types. Transcribed from the reference and from the open pull request:
 * https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
 * https://github.com/slackapi/node-slack-sdk/pull/2637
 */
const DATA_VISUALIZATION = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'title', 'chart'],
  properties: {
    type: { const: 'data_visualization' },
    block_id: { type: 'string' },
    title: { type: 'string' },
    chart: {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'series', 'axis_config'],
      properties: {
        type: { enum: ['bar', 'area', 'line'] },
        series: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['name', 'data'],
            properties: {
              name: { type: 'string' },
              data: {
                type: 'array',
                items: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['label', 'value'],
                  properties: { label: { type: 'string' }, value: { type: 'number' } },
                },
              },
            },
          },
        },
        axis_config: {
          type: 'object',
          additionalProperties: false,
          required: ['categories'],
          properties: {
            categories: { type: 'array', items: { type: 'string' } },
            x_label: { type: 'string' },
            y_label: { type: 'string' },
          },
        },
      },
    },
  },
};

const ajv = new Ajv({ strict: false, allErrors: false });
const [known, modal] = await Promise.all(ROOTS.map(load));
const byType = new Map<string, ValidateFunction>([
  ['data_visualization', ajv.compile(DATA_VISUALIZATION)],
]);
if (known) {
  ajv.addSchema(known, 'known');
  for (const [name, node] of Object.entries(known.definitions)) {
    if (!name.endsWith('Block')) continue;
    const type = (node.properties ?? node.anyOf?.[0]?.properties)?.type?.const;
    if (type) byType.set(type, ajv.compile({ $ref: `known#/definitions/${name}` }));
  }
}
const modalSchema = ajv.compile(modal ?? false);

/** What is wrong with a block by Slack's types, in words; undefined where nothing is. */
export function blockError(block: { readonly type?: unknown }): string | undefined {
  const validate = byType.get(String(block.type));
  if (!validate) return `unsupported type: ${String(block.type)}`;
  return validate(block) ? undefined : ajv.errorsText(validate.errors);
}

/** As `blockError`, for a modal without its blocks. */
export function modalError(view: unknown): string | undefined {
  return modalSchema(view) ? undefined : ajv.errorsText(modalSchema.errors);
}
