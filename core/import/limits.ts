/** How much of a foreign file is read. What goes beyond ends the import or is told, as each says. */
export const BOUNDS = {
  /** Bytes of a file. The largest set of anthropics/evals has about 12 MB. */
  file: 32 * 1024 * 1024,
  /** Characters of a YAML or CSV text, which take longer to read than JSON. */
  yaml: 512 * 1024,
  csv: 8 * 1024 * 1024,
  /** Bytes that a compressed part of an image may unfold to. */
  inflated: 8 * 1024 * 1024,
  depth: 64,
  /** Values in a file, an alias counted each time that it is used. */
  values: 1_000_000,
  /** Characters of all texts in a file, counted in the same way. */
  characters: 64 * 1024 * 1024,
  /** More items than these are left out, and counted in a warning. */
  items: 200,
  conditions: 24,
  /** Characters of one question, rubric or answer. */
  text: 20_000,
  /** The most that one test may expect: checks, patterns among them, and characters in all. */
  checks: 20,
  patterns: 5,
  expected: 8_000,
  /** Characters of a persona's frame. */
  frame: 40_000,
  warnings: 60,
} as const;
