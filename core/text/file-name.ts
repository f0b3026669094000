const LONGEST = 80;

/**
 * A file's name that every system, header and `attachment://` address takes: letters, digits, dots,
 * dashes and underscores, none of them hidden or a path. Its extension stays.
 */
export function fileName(name: string): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const stem = name
    .slice(0, name.length - extension.length)
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^[._-]+/, '')
    .slice(0, LONGEST);
  return (stem || 'file') + extension;
}
