import path from 'node:path';
import { ROOT } from '../support/site.ts';

export { ROOT };

/** Everything that the benchmark makes and keeps; not in git. */
export const WORK = path.join(ROOT, '.bench');
export const RESULTS = path.join(WORK, 'results');
export const LOGS = path.join(WORK, 'logs');
export const DOCUMENTS = path.join(WORK, 'documents');
/** Built sites of authentik, `<site name>/`, which the later parts look at. */
export const BUILT = path.join(WORK, 'built');
/** What the report is written to: guides of authentik, whose document is measured, are not built with other APIs. */
export const DOCS = path.join(ROOT, 'docs', 'about', 'authentik');
