/** The two parts that a value cuts a Beta distribution into. */
export interface Tails {
  /** The regularised incomplete beta function: the chance of a value below. */
  readonly lower: number;
  readonly upper: number;
  /** x^a y^b / B(a, b), which is the slope of `lower` over ln(x / y). */
  readonly slope: number;
}

/**
 * Both tails of Beta(a, b) at x, each with all its digits where it is the smaller one. The continued
 * fraction is that of DiDonato and Morris (1992, ACM TOMS 18, algorithm 708, BFRAC), which does not
 * cancel; the power before it is Loader's (2000), with the error of Stirling's formula and a deviance.
 * @param y 1 − x, given apart since the difference would lose its digits. @param a and b above 0
 */
export function betaTails(x: number, y: number, a: number, b: number): Tails {
  if (x === 0) return { lower: 0, upper: 1, slope: 0 };
  if (y === 0) return { lower: 1, upper: 0, slope: 0 };
  // How far a is above its mean, of the two ways to say it the one that does not cancel.
  const above = a < b ? a - (a + b) * x : (a + b) * y - b;
  const slope = power(x, y, a, b, above);
  const turned = above < 0;
  const part = turned ? fraction(y, b, a, -above) : fraction(x, a, b, above);
  const tail = slope === 0 ? 0 : slope * part;
  return turned ? { lower: 1 - tail, upper: tail, slope } : { lower: tail, upper: 1 - tail, slope };
}

/** For x below the mean, a / (a + b); `above` is how far a is above (a + b) x. */
function fraction(x: number, a: number, b: number, above: number): number {
  const c = 1 + above;
  const c0 = b / a;
  const c1 = 1 + 1 / a;
  let [p, s] = [1, a + 1];
  let [upper0, upper1, lower0, lower1] = [0, 1, 1, c / c1];
  let ratio = c1 / c;
  for (let n = 1; n <= MOST_TERMS; n += 1) {
    const t = n / a;
    const w = n * (b - n) * x;
    const e = a / s;
    const alpha = p * (p + c0) * e * e * (w * x);
    const beta = n + w / s + ((1 + t) / (c1 + t + t)) * (c + n * (2 - x));
    p = 1 + t;
    s += 2;
    const upper = alpha * upper0 + beta * upper1;
    const lower = alpha * lower0 + beta * lower1;
    const before = ratio;
    ratio = upper / lower;
    if (Math.abs(ratio - before) <= PRECISION * ratio) break;
    [upper0, upper1, lower0, lower1] = [upper1 / lower, ratio, lower1 / lower, 1];
  }
  return ratio;
}

const MOST_TERMS = 10_000;
const PRECISION = 1e-15;

function power(x: number, y: number, a: number, b: number, above: number): number {
  const n = a + b;
  const error = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const off = deviance(a, n * x, above) + deviance(b, n * y, -above);
  return Math.sqrt(((a / n) * b) / (2 * Math.PI)) * Math.exp(error - off);
}

/** ln Γ(n + 1) less Stirling's formula for it. */
function stirlingError(n: number): number {
  if (n < 16) return stirlingError(n + 1) + (n + 0.5) * Math.log1p(1 / n) - 1;
  const square = n * n;
  return (
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) /
    n
  );
}

/** n ln(n / expected) − distance, which is n − expected, to all its digits where the two are near. */
function deviance(n: number, expected: number, distance: number): number {
  const v = distance / (n + expected);
  if (!(Math.abs(v) < 0.1)) return n * Math.log(n / expected) - distance;
  let sum = distance * v;
  let term = 2 * n * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * ln(x / y) where one tail of Beta(a, b) is as large as asked, by Newton's method: the logarithm of a
 * tail is concave there, so that no step but the first goes too far.
 */
export function betaLogit(tail: 'lower' | 'upper', size: number, a: number, b: number): number {
  const sign = tail === 'lower' ? 1 : -1;
  if (size === 0) return -sign * Number.POSITIVE_INFINITY;
  if (!(size > 0 && size <= 1)) return Number.NaN;
  let logit = Math.log(a / b);
  let before = logit;
  for (let n = 0; n < MOST_STEPS; n += 1) {
    const tails = betaTails(1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit)), a, b);
    const step = (sign * Math.log(size / tails[tail]) * tails[tail]) / tails.slope;
    if (Number.isNaN(step)) {
      // So far out that the tail is below every number: half the way back.
      logit = (logit + before) / 2;
      continue;
    }
    before = logit;
    logit += Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
    // Each step doubles the digits.
    if (Math.abs(step) < 1e-9) break;
  }
  return logit;
}

const MOST_STEPS = 500;
const LONGEST_STEP = 2;
