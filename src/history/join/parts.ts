import { type Change, partsOfKind, type Trait } from '../../changes/change.ts';
import { joined } from '../../changes/spread.ts';
import { defined } from '../../json/guards.ts';

/** What is said of a part that is new or gone, by the things that change it. */
const TRAITS: Readonly<Record<string, Trait>> = {
  required: 'required',
  'read-only': 'read-only',
  'write-only': 'write-only',
  default: 'has-default',
  deprecated: 'was-deprecated',
  sunset: 'has-sunset',
};

/** Where they are: in the part itself, or in the schema of a parameter. */
const OWN = /^(?:\nschema)?(?:\n[^\n]+)?$/;

/** A change in or of something that is new or gone, and where it is in it. */
export interface PartChange {
  readonly change: Change;
  /** Empty for the thing itself, and otherwise a line for each step. */
  readonly within: string;
}

/**
 * A change of something new as it is after further changes in it, or of something gone as it was before them.
 *
 * @param isLater Whether they came after it.
 */
export function withParts(whole: Change, parts: readonly PartChange[], isLater: boolean): Change {
  const traits = new Set(whole.traits);
  for (const { change, within } of parts) {
    const [thing, action] = partsOfKind(change.kind);
    const trait = TRAITS[thing];
    if (trait === undefined || !OWN.test(within)) continue;
    if (action !== 'added' && action !== 'removed') continue;
    if ((action === 'added') === isLater) traits.add(trait);
    else traits.delete(trait);
  }
  const { traits: _, operations, ...rest } = whole;
  return {
    ...rest,
    ...defined({ traits: traits.size > 0 ? [...traits] : undefined }),
    // In order.
    operations: joined(
      TURNS.reduce((found, turn) => turnedBy(turn, found, whole, traits, parts), operations),
      {},
    ),
  };
}

/** What is read-only is in no request, and what is write-only in no response. */
const TURNS = [
  { trait: 'read-only', thing: 'read-only', absent: 'request' },
  { trait: 'write-only', thing: 'write-only', absent: 'response' },
] as const;

function turnedBy(
  { trait, thing, absent }: (typeof TURNS)[number],
  operations: Change['operations'],
  whole: Change,
  traits: ReadonlySet<Trait>,
  parts: readonly PartChange[],
): Change['operations'] {
  if (traits.has(trait) === (whole.traits?.includes(trait) ?? false)) return operations;
  const { [absent]: _, ...others } = operations;
  if (traits.has(trait)) return others;
  const part = parts.find(({ change }) => partsOfKind(change.kind)[0] === thing);
  return { ...others, ...defined({ [absent]: part?.change.operations[absent] }) };
}
