/**
 * Why a path must not be written or removed below a folder of a host; undefined if it may be. Paths of a manifest
 * come from wherever it was kept: one that leads out of the site would remove a file of somebody else.
 */
export function pathFault(path: string): string | undefined {
  return FAULTS.find(([isFault]) => isFault(path))?.[1];
}

const FAULTS: readonly (readonly [isFault: (path: string) => boolean, what: string])[] = [
  [(path) => path === '', 'it is empty'],
  [(path) => path.includes('\0'), 'it contains a NUL character'],
  [(path) => /^[\\/]/.test(path), 'it is absolute'],
  [(path) => /^[a-z]:/i.test(path), 'it begins with the name of a drive'],
  // On Windows, both are separators.
  [(path) => path.split(/[\\/]/).includes('..'), 'it leads out of the folder'],
  [(path) => path.split('/').some((part) => part === '' || part === '.'), 'it is not normalized'],
];

/** A place without the user name and the password in it, for messages: logs of jobs are kept, and read by many. */
export function withoutCredentials(place: string): string {
  return place.replace(/^(?:([a-z][a-z0-9+.-]*:\/\/)[^/?#\\]*|[^/?#\\]*:[^/?#\\]*)@/i, '$1***@');
}

/** Sorts by code units, as no language does: the order is the same on every machine. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
