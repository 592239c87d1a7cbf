/** A claim to a unique id. */
export interface Claim {
  /** Possible ids, best first. */
  readonly ids: readonly string[];
  /** A further id that is unique for certain, in the unlikely case that none of those can be used. */
  last(attempt: number): string;
}

/** A claim, and how many of its ids it has given up. */
interface Claimant {
  readonly claim: Claim;
  givenUp: number;
}

/**
 * Unique ids for all claims, also on a case-insensitive file system.
 *
 * If claims collide, each of them gives the id up and takes its next one; nobody gets an id that another has
 * given up. So the result does not depend on the order of the claims, and a new claim can take an id away,
 * but never give it to something else: an address shows what it has always shown, or nothing.
 *
 * This holds because the set of ids given up only grows with the claims: an id given up by two has been
 * wanted by both, whatever other claims there are.
 *
 * @returns the ids in the order of the claims.
 */
export function distinctIds(claims: readonly Claim[]): string[] {
  const claimants = claims.map((claim): Claimant => ({ claim, givenUp: 0 }));
  /** Who has an id, in its compared form; nobody if several have wanted it. */
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

/**
 * Unique ids for all claims, in order: the first one that wants an id has it, so the order of the claims matters.
 *
 * @returns the ids in the order of the claims.
 */
export function idsInOrder(claims: readonly Claim[]): string[] {
  const taken = new Set<string>();
  return claims.map((claim) => {
    const claimant: Claimant = { claim, givenUp: 0 };
    while (taken.has(comparable(idOf(claimant)))) claimant.givenUp += 1;
    taken.add(comparable(idOf(claimant)));
    return idOf(claimant);
  });
}

function idOf({ claim, givenUp }: Claimant): string {
  return claim.ids[givenUp] ?? claim.last(givenUp);
}

/**
 * Equal for ids that are the same file if case is ignored: also `ς` and `σ`, whose lowercase forms differ.
 */
export function comparable(id: string): string {
  return id.toUpperCase().toLowerCase().normalize('NFC');
}
