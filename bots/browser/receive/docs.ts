import { readdir } from 'node:fs/promises';
import { packageFile } from '../../../core/files/package-files.ts';

/** A page of the documentation that can be read from the channel. */
export interface Doc {
  readonly label: string;
  readonly href: string;
  readonly file: URL;
}

/** Pages for somebody who has just come, by the file's name. */
const LABELS: Readonly<Record<string, string>> = {
  'README.md': 'README',
  'configuration.md': 'Configuration',
  'slack.md': 'Slack',
  'discord.md': 'Discord',
};

/** Those of the pages that this copy of the repository has. */
export async function findDocs(): Promise<readonly Doc[]> {
  const folders = [packageFile('.'), packageFile('docs/')];
  const found = await Promise.all(
    folders.map((folder) => readdir(folder).catch((): string[] => [])),
  );
  return folders.flatMap((folder, index) =>
    Object.entries(LABELS)
      .filter(([name]) => found[index]?.includes(name))
      .map(([name, label]) => ({ label, href: `/docs/${name}`, file: new URL(name, folder) })),
  );
}
