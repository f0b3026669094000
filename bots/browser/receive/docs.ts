import { readdir } from 'node:fs/promises';

/** A page of the documentation that can be read from the channel. */
export interface Doc {
  readonly label: string;
  readonly href: string;
  readonly file: URL;
}

const ROOT = new URL('../../../', import.meta.url);
/** Pages for somebody who has just come, by the file's name. */
const LABELS: Readonly<Record<string, string>> = {
  'README.md': 'README',
  'configuration.md': 'Configuration',
  'slack.md': 'Slack',
  'discord.md': 'Discord',
};

/** Those of the pages that this copy of the repository has. */
export async function findDocs(): Promise<readonly Doc[]> {
  const folders = [ROOT, new URL('docs/', ROOT)];
  const found = await Promise.all(
    folders.map((folder) => readdir(folder).catch((): string[] => [])),
  );
  return folders.flatMap((folder, index) =>
    Object.entries(LABELS)
      .filter(([name]) => found[index]?.includes(name))
      .map(([name, label]) => ({ label, href: `/docs/${name}`, file: new URL(name, folder) })),
  );
}
