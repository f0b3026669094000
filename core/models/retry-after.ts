/**
 * How long a provider asks to be left alone, in milliseconds: `retry-after-ms`, or `retry-after` in
 * seconds or as an HTTP date (RFC 9110, section 10.2.3). Absent where it does not say.
 */
export function retryAfterMs(headers: Headers | undefined, now: number): number | undefined {
  const exact = plainNumber(headers?.get('retry-after-ms'));
  if (exact !== undefined) return exact;
  const given = headers?.get('retry-after');
  const seconds = plainNumber(given);
  if (seconds !== undefined) return seconds * 1000;
  // Date.parse takes nearly anything for a date; an HTTP date begins with the day of the week.
  const date = /^\s*[a-z]{3,}/i.test(given ?? '') ? Date.parse(given ?? '') : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function plainNumber(text: string | null | undefined): number | undefined {
  return text && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}
