import { asObject, own } from '../../json/guards.ts';
import type { ModelContext } from '../page/context.ts';
import { schemeOf } from './credentials.ts';
import { buildSecurity, type SecurityAlternative } from './security.ts';

/**
 * The security schemes that most operations of an API accept, each as a requirement without scopes, the most used
 * first: those that at least half as many operations accept as the first one.
 *
 * @param context Of the info page, which counts the operations.
 */
export function mainSchemes(context: ModelContext): SecurityAlternative['schemes'] {
  const schemes = asObject(context.page.authentication?.schemes);
  const uses = (name: string): number => Number(own(schemes, name) ?? 0);
  const names = Object.keys(schemes)
    // Nobody enters a certificate.
    .filter((name) => schemeOf(name, context).type !== 'mutualTLS')
    .toSorted((a, b) => uses(b) - uses(a));
  const most = uses(names[0] ?? '');
  return names
    .filter((name) => uses(name) >= most / 2)
    .flatMap((name) => buildSecurity([{ [name]: [] }], context))
    .flatMap((alternative) => alternative.schemes);
}
