import { own } from '../../json/guards.ts';
import type { AuthenticationUse } from '../../slices/slice.ts';
import type { SecuritySchemeModel } from '../request/security.ts';

/** How many operations of an API require authentication, and what nearly all of these accept. */
export interface AuthenticationNeed {
  readonly amount: 'none' | 'all' | 'almostAll' | 'most';
  readonly required: number;
  readonly operations: number;
  /** Those that require none. */
  readonly rest: number;
  /** The title of the scheme that nearly all of them accept. */
  readonly usual?: string;
}

/** Less than this part of the operations is "almost none". */
const FEW = 0.1;

/** @param schemes Those that most operations accept come first. */
export function authenticationNeed(
  { operations, required, schemes: uses }: AuthenticationUse,
  schemes: readonly SecuritySchemeModel[],
): AuthenticationNeed {
  const rest = operations - required;
  const [first] = schemes;
  const isUsual = first !== undefined && Number(own(uses, first.name) ?? 0) >= required * (1 - FEW);
  return {
    amount: amountOf(required, rest, operations),
    required,
    operations,
    rest,
    ...(isUsual && { usual: first.title }),
  };
}

function amountOf(required: number, rest: number, all: number): AuthenticationNeed['amount'] {
  if (required === 0) return 'none';
  if (rest === 0) return 'all';
  return rest < all * FEW ? 'almostAll' : 'most';
}
