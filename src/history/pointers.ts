import { type Change, concernedBy, parseOperationKey } from '../changes/change.ts';
import { escapeSegment, formatPointer } from '../openapi/pointer.ts';

/**
 * What the pointers of a change begin with, as a rule, by the sign that replaces it in files: no pointer begins with
 * one. The first that fits is used.
 */
export type Bases = readonly (readonly [sign: string, pointer: string])[];

/** The places of the property of a change, and of its component or only operation. */
export function basesOf({ place, operations }: Pick<Change, 'place' | 'operations'>): Bases {
  const whole = basePointer({ place, operations });
  const { property } = place;
  const names = property?.replaceAll('[]', '\n[]').split(/[.\n]/) ?? [];
  const steps = names.map((name) =>
    name === '[]' ? '/items' : `/properties/${escapeSegment(name)}`,
  );
  return [
    ...(property === undefined ? [] : [['.', whole + steps.join('')] as const]),
    ['@', whole],
  ];
}

function basePointer({ place, operations }: Pick<Change, 'place' | 'operations'>): string {
  if (place.component !== undefined)
    return formatPointer(['components', ...place.component.split(/\/(.*)/s, 2)]);
  const [key, another] = concernedBy({ operations });
  if (key === undefined || another !== undefined) return '#';
  const { method, path, isWebhook } = parseOperationKey(key);
  return formatPointer([isWebhook ? 'webhooks' : 'paths', path, method.toLowerCase()]);
}

export function shortPointer(pointer: string, bases: Bases): string {
  const found = bases.find(([, base]) => pointer === base || pointer.startsWith(`${base}/`));
  return found ? found[0] + pointer.slice(found[1].length) : pointer;
}

/** The reverse. */
export function longPointer(short: string, bases: Bases): string {
  const found = bases.find(([sign]) => short.startsWith(sign));
  return found ? found[1] + short.slice(1) : short;
}
