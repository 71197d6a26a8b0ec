/** Round numbers within a linear domain from 0, at most about `count`. */
export function linearTicks(to: number, count: number): number[] {
  const step = niceStep(to / count);
  return Array.from({length: Math.floor(to / step) + 1}, (_, index) => index * step);
}

/** Multiples of a step within a linear domain, both ends included. */
export function stepTicks([from, to]: readonly [number, number], step: number): number[] {
  // Sums of decimals may miss an end by a hair.
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({length: last - first + 1}, (_, index) => (first + index) * step);
}

/** Powers of ten times `digits` within a domain; its ends where there is only one. */
export function logTicks([from, to]: readonly [number, number], digits: readonly number[]): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(from)); 10 ** power <= to; ++power) {
    for (const digit of digits) {
      const tick = digit * 10 ** power;
      if (tick >= from && tick <= to) ticks.push(tick);
    }
  }
  return ticks.length >= 2 ? ticks : [...ticks, from, to];
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 2.5, 5, 10].find((digit) => digit * power >= rough) ?? 10);
}
