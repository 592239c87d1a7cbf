import type { StoredVersion } from './stored.ts';

/** The newest first: numbers in versions count as numbers, and a pre-release comes before its release. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split(/[.+_-]|(?<=\d)(?=[a-z])/i));
  const length = Math.max(left?.length ?? 0, right?.length ?? 0);
  for (let at = 0; at < length; at += 1) {
    const [a, b] = [left?.[at], right?.[at]];
    if (a === b) continue;
    // `1.0-rc1` is before `1.0`, and `1.0` before `1.0.1`.
    if (a === undefined) return isNumber(b) ? 1 : -1;
    if (b === undefined) return isNumber(a) ? -1 : 1;
    if (isNumber(a) && isNumber(b)) return Number(b) - Number(a);
    if (isNumber(a) !== isNumber(b)) return isNumber(a) ? -1 : 1;
    return a < b ? 1 : -1;
  }
  return 0;
}

function isNumber(part = ''): boolean {
  return /^\d+$/.test(part);
}

/** Whether a version is one before a release: `1.0-rc1`. */
function isPreRelease(version: string): boolean {
  return /\d-?(?:alpha|beta|rc|pre|preview|dev|next|canary|snapshot)/i.test(version);
}

export interface VersionChoice {
  readonly since?: string;
  readonly minorOnly?: boolean;
}

/** The versions to compare, the newest first. */
export function chosenVersions<Version extends Pick<StoredVersion, 'version'>>(
  versions: readonly Version[],
  { since, minorOnly = false }: VersionChoice,
): Version[] {
  const sorted = versions
    .filter(({ version }) => !isPreRelease(version))
    .filter(({ version }) => since === undefined || compareVersions(version, since) <= 0)
    .toSorted((a, b) => compareVersions(a.version, b.version));
  if (!minorOnly) return sorted;
  const seen = new Set<string>();
  return sorted.filter(({ version }) => {
    const minor = minorOf(version);
    return !seen.has(minor) && seen.add(minor);
  });
}

/** `1.2` of `1.2.3`. */
export function minorOf(version: string): string {
  return version.split('.', 2).join('.');
}
