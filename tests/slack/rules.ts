import { blockError, modalError } from './schema.ts';

/**
 * What Slack checks beyond its types, apart from the platform's own limits: the numbers are read
 * once more from the reference here, so that a wrong one on either side shows.
 */
type Json = Readonly<Record<string, unknown>>;

/** All that Slack would reject in the blocks of a message, in words. */
export function messageErrors(blocks: readonly Json[], text: string): readonly string[] {
  const all = blocks.flatMap((block, index) => errorsIn(block, `/blocks/${index}`));
  const tables = blocks.filter((block) => block.type === 'table' || block.type === 'data_table');
  return [
    ...all,
    ...most(blocks.length, 50, 'blocks'),
    ...most(points(blocks.filter((b) => !tables.includes(b))), 13_200, 'characters of blocks'),
    ...most(cells(tables), 10_000, 'characters of cells'),
    ...most(tables.length, 1, 'tables'),
    ...most(count(blocks, 'data_visualization'), 2, 'charts'),
    ...most(lengthOf(text), 4000, 'characters of text'),
    ...(text.trim() === '' ? ['no_text'] : []),
    ...(/<[!@#]/.test(text) ? ['a live mention in the text'] : []),
    ...twice(actionIds(blocks)),
  ];
}

/** All that Slack would reject in a modal. */
export function modalErrors(view: Json): readonly string[] {
  const wrong = modalError(view);
  const blocks = list(view.blocks);
  return [
    ...(wrong ? [wrong] : []),
    ...blocks.flatMap((block, index) => errorsIn(block, `/blocks/${index}`)),
    ...most(blocks.length, 100, 'blocks'),
    ...most(lengthOf(textOf(view.title)), 24, 'title'),
    ...most(lengthOf(textOf(view.submit)), 24, 'submit'),
    ...most(lengthOf(textOf(view.close)), 24, 'close'),
    ...most(lengthOf(String(view.private_metadata ?? '')), 3000, 'private_metadata'),
    ...most(lengthOf(String(view.callback_id ?? '')), 255, 'callback_id'),
    ...twice(blocks.map((block) => String(block.block_id ?? '')).filter((id) => id !== '')),
  ];
}

function errorsIn(block: Json, at: string): readonly string[] {
  const wrong = blockError(block);
  return [
    ...(wrong ? [`${at}: ${wrong}`] : []),
    ...rulesFor(block).map((rule) => `${at}: ${rule}`),
  ];
}

function rulesFor(block: Json): readonly string[] {
  switch (block.type) {
    case 'header':
      return bounds(textOf(block.text), 150, 'header');
    case 'section':
      return [
        ...(block.text ? bounds(textOf(block.text), 3000, 'section text') : []),
        ...most(list(block.fields).length, 10, 'fields'),
        ...(block.fields ? least(list(block.fields).length, 'fields') : []),
        ...list(block.fields).flatMap((field) => bounds(textOf(field), 2000, 'field')),
        ...(block.accessory ? elementRules(object(block.accessory)) : []),
      ];
    case 'context':
      return [
        ...least(list(block.elements).length, 'elements'),
        ...most(list(block.elements).length, 10, 'elements'),
        ...list(block.elements).flatMap((one) => bounds(textOf(one), 3000, 'context')),
      ];
    case 'actions':
      return [
        ...least(list(block.elements).length, 'elements'),
        ...most(list(block.elements).length, 25, 'elements'),
        ...list(block.elements).flatMap(elementRules),
      ];
    case 'image':
      return [
        ...bounds(String(block.alt_text), 2000, 'alt_text'),
        ...(block.title ? bounds(textOf(block.title), 2000, 'title') : []),
      ];
    case 'rich_text':
      return [...least(list(block.elements).length, 'elements'), ...richRules(block)];
    case 'table':
      return tableRules(block, 1, 100);
    case 'data_table':
      return [
        ...tableRules(block, 2, 101),
        ...bounds(String(block.caption), 3000, 'caption'),
        ...between(Number(block.page_size ?? 5), 1, 100, 'page_size'),
        ...(new Set(list(block.rows).map((row) => list(row).length)).size > 1
          ? ['ragged rows']
          : []),
        ...list(list(block.rows)[0])
          .filter((cell) => cell.type === 'rich_text')
          .map(() => 'a head of rich text'),
      ];
    case 'data_visualization':
      return chartRules(block);
    case 'input':
      return [
        ...bounds(textOf(block.label), 2000, 'label'),
        ...(block.hint ? bounds(textOf(block.hint), 2000, 'hint') : []),
        ...bounds(String(block.block_id ?? 'x'), 255, 'block_id'),
        ...elementRules(object(block.element)),
      ];
    default:
      return [];
  }
}

function elementRules(element: Json): readonly string[] {
  const options = list(element.options);
  const many = element.type === 'checkboxes' ? 10 : 100;
  return [
    ...bounds(String(element.action_id ?? 'x'), 255, 'action_id'),
    ...(element.type === 'button' ? bounds(textOf(element.text), 75, 'button') : []),
    ...(element.value === undefined ? [] : bounds(String(element.value), 2000, 'value')),
    ...(element.options ? between(options.length, 1, many, 'options') : []),
    ...options.flatMap((option) => [
      ...bounds(textOf(option.text), 75, 'option text'),
      ...bounds(String(option.value), 150, 'option value'),
    ]),
    ...(element.max_length === undefined
      ? []
      : between(Number(element.max_length), 1, 3000, 'max_length')),
    ...most(
      lengthOf(String(element.initial_value ?? '')),
      Number(element.max_length ?? 3000),
      'value',
    ),
  ];
}

/** Every text of rich text has at least one character. */
function richRules(node: Json): readonly string[] {
  if (node.type === 'text') return bounds(String(node.text), Infinity, 'rich text');
  const inside = list(node.elements);
  const needs = node.type !== 'rich_text_list' || inside.length > 0;
  return [...(needs ? [] : ['an empty list']), ...inside.flatMap(richRules)];
}

function tableRules(block: Json, fewest: number, rows: number): readonly string[] {
  return [
    ...between(list(block.rows).length, fewest, rows, 'rows'),
    ...list(block.rows).flatMap((row) => [
      ...between(list(row).length, 1, 20, 'columns'),
      ...list(row).flatMap((cell) => bounds(String(cell.text ?? 'x'), Infinity, 'cell')),
    ]),
    ...most(list(block.column_settings).length, 20, 'column_settings'),
  ];
}

function chartRules(block: Json): readonly string[] {
  const chart = object(block.chart);
  const axis = object(chart.axis_config);
  const categories = strings(axis.categories);
  const series = list(chart.series);
  return [
    ...bounds(String(block.title), 50, 'title'),
    ...between(series.length, 1, 6, 'series'),
    ...between(categories.length, 1, 20, 'categories'),
    ...twice(categories),
    ...twice(series.map((one) => String(one.name))),
    ...[...categories, ...series.map((one) => String(one.name))].flatMap((label) =>
      bounds(label, 20, 'label'),
    ),
    ...[axis.x_label, axis.y_label].flatMap((label) =>
      label === undefined ? [] : bounds(String(label), 50, 'axis label'),
    ),
    ...series.flatMap((one) =>
      list(one.data)
        .map((point) => String(point.label))
        .join('\n') === categories.join('\n')
        ? []
        : ['a series without every category'],
    ),
  ];
}

function bounds(text: string, max: number, what: string): readonly string[] {
  return text === '' ? [`${what}: must have a character`] : most(lengthOf(text), max, what);
}

function between(value: number, min: number, max: number, what: string): readonly string[] {
  return value >= min && value <= max ? [] : [`${what}: ${value} is not in ${min}..${max}`];
}

function most(value: number, max: number, what: string): readonly string[] {
  return value <= max ? [] : [`${what}: ${value} > ${max}`];
}

function least(value: number, what: string): readonly string[] {
  return value >= 1 ? [] : [`${what}: none`];
}

function twice(values: readonly string[]): readonly string[] {
  return new Set(values).size === values.length ? [] : [`not unique: ${values.join(', ')}`];
}

function actionIds(blocks: readonly Json[]): readonly string[] {
  return blocks
    .flatMap((block) => list(block.elements))
    .flatMap((one) => (typeof one.action_id === 'string' ? [one.action_id] : []));
}

function count(blocks: readonly Json[], type: string): number {
  return blocks.filter((block) => block.type === type).length;
}

function cells(tables: readonly Json[]): number {
  return tables
    .flatMap((table) => list(table.rows).flatMap(list))
    .reduce((sum, cell) => sum + lengthOf(String(cell.text ?? '')), 0);
}

function points(blocks: readonly Json[]): number {
  return lengthOf(JSON.stringify(blocks));
}

function lengthOf(text: string): number {
  return [...text].length;
}

function textOf(value: unknown): string {
  return String(object(value).text ?? '');
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
