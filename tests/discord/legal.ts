import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from 'discord-api-spec/zod';
import * as z from 'zod';
import { LIMITS } from '../../bots/discord/limits.ts';

const SCHEMAS = {
  create: MessageCreateRequestSchema,
  edit: MessageEditRequestPartialSchema,
} as const;

const V2 = 1 << 15;
const ACTION_ROW = 1;
const BUTTON = 2;
const TEXT_DISPLAY = 10;

const componentSchema = z.looseObject({
  type: z.number(),
  custom_id: z.string().optional(),
  content: z.string().optional(),
  get components() {
    return z.array(componentSchema).optional();
  },
});
type Component = z.infer<typeof componentSchema>;

const bodySchema = z.looseObject({
  content: z.string().optional(),
  flags: z.number().optional(),
  components: z.array(componentSchema).optional(),
  attachments: z
    .array(z.looseObject({ id: z.string(), filename: z.string().optional() }))
    .optional(),
  allowed_mentions: z.strictObject({ parse: z.array(z.string()) }).optional(),
});

/** Why Discord would refuse a message, in the words of its own schema and of the limits that this does not know. */
export function faults(
  body: unknown,
  files: readonly { readonly name: string; readonly size: number }[],
  how: 'create' | 'edit',
): readonly string[] {
  const bySpec = SCHEMAS[how].safeParse(body);
  const ours = bodySchema.safeParse(body);
  if (!ours.success) return [z.prettifyError(ours.error)];
  return [
    ...(bySpec.success ? [] : [`schema: ${JSON.stringify(bySpec.error.issues).slice(0, 2000)}`]),
    ...beyondSchema(ours.data, files),
  ];
}

function beyondSchema(
  body: z.infer<typeof bodySchema>,
  files: readonly { readonly name: string; readonly size: number }[],
): readonly string[] {
  const found: string[] = [];
  const must = (holds: boolean, fault: string) => {
    if (!holds) found.push(fault);
  };
  const all = (body.components ?? []).flatMap(flatten);
  const v2 = ((body.flags ?? 0) & V2) !== 0;
  const texts = all.filter(({ type }) => type === TEXT_DISPLAY).map(({ content }) => content ?? '');
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 12, 0);
  const ids = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  const references = [
    ...JSON.stringify(body.components ?? []).matchAll(/attachment:\/\/([^"]*)"/g),
  ];
  const referred = references.map(([, name]) => name);
  const names = files.map(({ name }) => name);

  must(body.allowed_mentions?.parse.length === 0, 'may ping: allowed_mentions.parse is not empty');
  must(all.length <= LIMITS.components.max, `${all.length} components`);
  must(texts.join('').length <= LIMITS.text.max, `${texts.join('').length} characters of text`);
  must(bytes <= LIMITS.textBytes.max, `${bytes} bytes of text`);
  must(
    texts.every((text) => text.trim() !== ''),
    'a text display is blank',
  );
  must(new Set(ids).size === ids.length, 'two components share a custom_id');
  must(
    files.every(({ size }) => size <= LIMITS.fileBytes.max),
    'a file is too large',
  );
  must(
    files.reduce((sum, { size }) => sum + size, 0) <= LIMITS.requestBytes.max,
    'files too large',
  );
  must(new Set(names).size === names.length, 'two files share a name');
  must(
    names.join() === (body.attachments ?? []).map(({ filename }) => filename).join(),
    'attachments and files differ',
  );
  must(JSON.stringify(body).isWellFormed(), 'a lone surrogate');
  if (v2) {
    must(body.content === undefined, 'content beside components');
    must(all.length > 0, 'no component at all');
    must(
      referred.every((name) => names.includes(name ?? '')),
      'a component refers to no file',
    );
    must(
      names.every((name) => referred.includes(name)),
      'a file that no component shows',
    );
  } else {
    must(
      (body.content ?? '').length <= LIMITS.content.max,
      `${body.content?.length} characters of content`,
    );
    must((body.content ?? '').trim() !== '' || names.length > 0, 'an empty message');
    must(
      all.every(({ type }) => type === ACTION_ROW || type === BUTTON),
      'a component needs the flag',
    );
  }
  return found;
}

function flatten(component: Component): readonly Component[] {
  return [component, ...(component.components ?? []).flatMap(flatten)];
}
