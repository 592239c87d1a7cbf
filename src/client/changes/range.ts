/** Two versions that are compared, the earlier one first. */
export interface Range {
  readonly from: string;
  readonly to: string;
  /** Addresses of what changed in each version after the one up to the other one, the earliest first. */
  readonly releases: readonly string[];
}

/** What the reader has chosen in the form, as it is. */
export function chosenRange(form: HTMLFormElement): Pick<Range, 'from' | 'to'> {
  const data = new FormData(form);
  return { from: String(data.get('from')), to: String(data.get('to')) };
}

/** Two versions as a part of an address: `1.0..2.0`. */
export function rangeText({ from, to }: Pick<Range, 'from' | 'to'>): string {
  return [from, to].map(encodeURIComponent).join('..');
}

/**
 * The versions that a text names, if the form has them; otherwise undefined. Of a later version and an earlier one, what
 * changed from the earlier one on.
 */
export function rangeIn(text: string, form: HTMLFormElement): Range | undefined {
  const options = [...form.querySelectorAll<HTMLOptionElement>('[name=to] > option')];
  const positions = text
    .split('..')
    .map((part) => options.findIndex(({ value }) => encodeURIComponent(value) === part));
  const [one = -1, other = -1] = positions;
  if (positions.length !== 2 || one < 0 || other < 0) return undefined;
  // The newest is the first.
  const [first, last] = [Math.min(one, other), Math.max(one, other)];
  const [to, from] = [options[first], options[last]];
  if (!to || !from) return undefined;
  const releases = options.slice(first, last).map(({ dataset }) => dataset.release ?? '');
  return { from: from.value, to: to.value, releases: releases.reverse() };
}
