/** The folders in which probes, personas and commands are found by scanning. */
export const FOLDERS = {
  probes: new URL('../probes/', import.meta.url),
  personas: new URL('../probes/personas/', import.meta.url),
  commands: new URL('../commands/', import.meta.url),
} as const;
