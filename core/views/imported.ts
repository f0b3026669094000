import type { Imported } from '../import/read.ts';
import { plural } from '../text/plural.ts';
import type { Block, Message } from './view.ts';

/** The result of an import. Without a file of ours that was written: what would stand in it. */
export function importedMessage(imported: Imported, written: string | undefined): Message {
  const { kind, format, warnings, yaml } = imported;
  const next =
    imported.kind === 'probe' ? `run ${imported.probe.name}` : askLine(imported.persona.name);
  const blocks: Block[] = [
    {
      kind: 'text',
      text: written
        ? `${written} was written: a ${kind}, read as ${format}, with ${sizeOf(imported)}.`
        : `Nothing was written. This is the ${kind} that the file gives, read as ${format}:`,
    },
    ...(written ? [] : [{ kind: 'code' as const, text: yaml.trimEnd() }]),
    ...warnings.map((text): Block => ({ kind: 'note', text })),
    { kind: 'text', text: written ? `Go on with: ${next}` : 'Without --dry-run it is written.' },
  ];
  return { view: { state: 'info', blocks, actions: [] } };
}

function sizeOf(imported: Imported): string {
  if (imported.kind === 'persona') {
    return `a frame of ${plural(imported.persona.system?.length ?? 0, 'character')}`;
  }
  const { items, conditions } = imported.probe;
  return `${plural(items.length, 'item')} and ${plural(conditions.length, 'condition')}`;
}

function askLine(persona: string): string {
  return `ask "What are you?" --personas assistant,${persona}`;
}
