/** US dollars: two decimals from a dollar on, two significant digits below. */
export function dollars(usd: number): string {
  if (usd === 0) return '$0';
  if (usd >= 1) return `$${usd.toFixed(2)}`;
  return `$${Number(usd.toPrecision(2)).toString().includes('e') ? usd.toFixed(8) : Number(usd.toPrecision(2))}`;
}
