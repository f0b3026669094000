import { moduleFolder, packageFile } from '../core/files/package-files.ts';

/** The folders in which probes, personas and commands are found by scanning. */
export const FOLDERS = {
  probes: packageFile('probes/'),
  personas: packageFile('probes/personas/'),
  commands: moduleFolder('commands/'),
} as const;
