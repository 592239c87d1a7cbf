import { REQUEST } from '../../address/anchor.ts';
import type { PageChange } from '../../slices/history.ts';
import { segmentOf } from './anchor.ts';

/** Things that are gone, and under which names they were. */
const GONE = /^(?:parameter|header|property|response|request-body)-(?:removed|renamed)$/;

/**
 * The segments of the anchor that a field had until a version removed or renamed it, as far as the change says where it
 * was: see `Anchors`. Links to it then lead to that change.
 *
 * @param isSchema Whether it is on the page of a schema.
 */
export function formerAnchor(change: PageChange, isSchema: boolean): readonly string[] | undefined {
  const { kind, at = '', in: part } = change;
  if (!GONE.test(kind)) return undefined;
  const isRenamed = kind.endsWith('-renamed');
  if (isRenamed && change.before === undefined) return undefined;
  if (kind.startsWith('request-body-')) return [REQUEST];
  if (kind.startsWith('response-')) return ['response', segmentOf(change.name ?? '')];
  const place = placeOf(part, isSchema);
  if (kind.startsWith('property-')) {
    const path = at.split('.').map((step) => step.replaceAll('[]', ''));
    const steps = isRenamed ? [...path.slice(0, -1), change.before ?? ''] : path;
    // Quoted names, and those of further properties, are not steps of a path.
    if (place === undefined || steps.some((step) => /["*\s]/.test(step))) return undefined;
    return [...place, ...steps.filter(Boolean).map(segmentOf)];
  }
  const [where = '', ...rest] = at.split(' ');
  const name = (isRenamed ? change.before : rest.join(' ')) ?? '';
  if (name === '' || where === '') return undefined;
  const own = [where, segmentOf(name)];
  return kind.startsWith('header-') ? place && [...place, ...own] : own;
}

/** The body that a change is in. */
function placeOf(part: string | undefined, isSchema: boolean): readonly string[] | undefined {
  if (isSchema) return part === undefined ? ['schema'] : undefined;
  if (part === REQUEST) return [REQUEST];
  return /^(?:\dxx|\d{3}|default)$/i.test(part ?? '')
    ? ['response', segmentOf(part ?? '')]
    : undefined;
}
