/** The first or the last `most` lines; a line of its own stands for those left out. */
export function truncateLines(
  lines: readonly string[],
  most: number,
  keep: 'head' | 'tail',
): readonly string[] {
  if (lines.length <= most) return lines;
  const kept = Math.max(1, most - 1);
  return keep === 'head' ? [...lines.slice(0, kept), '…'] : ['…', ...lines.slice(-kept)];
}

/** The lines with one prefix for the first of them and another for the rest. */
export function hang(lines: readonly string[], first: string, rest: string): string[] {
  return lines.map((line, index) => (index === 0 ? first : rest) + line);
}
