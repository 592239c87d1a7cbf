/** Numbers that look random and are the same in every run: each call gives one from 0 to less than `below`. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A number of JSON of any form: long and short, whole and broken, with an exponent of up to two digits. */
export function randomNumber(below: (below: number) => number): string {
  const digits = (most: number): string =>
    Array.from({ length: 1 + below(most) }, () => below(10)).join('');
  const sign = below(3) === 0 ? '-' : '';
  const whole = digits(below(2) === 0 ? 3 : 25).replace(/^0+(?=\d)/, '');
  const fraction = below(2) === 0 ? '' : `.${digits(below(2) === 0 ? 2 : 25)}`;
  const exponent = below(4) === 0 ? `${'eE'[below(2)]}${['', '+', '-'][below(3)]}${below(40)}` : '';
  return sign + whole + fraction + exponent;
}
