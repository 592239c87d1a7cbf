/** Something that wants an id of its own. */
export interface Claim {
  /** Ids for it, best first. */
  readonly ids: readonly string[];
  /** A further id that nothing else has, for the unlikely case that none of those will do. */
  last(attempt: number): string;
}

/** Something that wants an id, and how many of its ids it has had to give up. */
interface Claimant {
  readonly claim: Claim;
  givenUp: number;
}

/**
 * An id for each claim, no two of which are equal on a file system that ignores case.
 *
 * Where claims meet, each of them gives the id up and takes its next one; nobody gets an id that another
 * has given up. So the result does not depend on the order of the claims, and a further claim can take an
 * id away, but never give it to something else: an address shows what it has always shown, or nothing.
 *
 * That holds because what a claim gives up only grows with the claims there are: an id given up by two
 * is one that both have wanted, and it stays so whoever comes in addition.
 *
 * @returns the ids in the order of the claims.
 */
export function distinctIds(claims: readonly Claim[]): string[] {
  const claimants = claims.map((claim): Claimant => ({ claim, givenUp: 0 }));
  /** Who has an id, in the form that is compared; nobody where several have wanted it. */
  const holders = new Map<string, Claimant | undefined>();
  const waiting = [...claimants];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const key = comparable(idOf(next));
    if (!holders.has(key)) {
      holders.set(key, next);
      continue;
    }
    const holder = holders.get(key);
    holders.set(key, undefined);
    for (const one of holder ? [holder, next] : [next]) {
      one.givenUp += 1;
      waiting.push(one);
    }
  }
  return claimants.map(idOf);
}

function idOf({ claim, givenUp }: Claimant): string {
  return claim.ids[givenUp] ?? claim.last(givenUp);
}

/** Equal for ids that are one file where case is ignored: also `ς` and `σ`, which differ in lower case. */
export function comparable(id: string): string {
  return id.toUpperCase().toLowerCase().normalize('NFC');
}
