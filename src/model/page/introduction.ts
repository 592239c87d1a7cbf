import { AUTHENTICATION, ERRORS, PAGINATION } from '../../address/anchor.ts';
import type { InfoPageModel } from './page.ts';

/** The sections of an info page about how the API is used, and what not to use, in the order of the page: their anchors. */
const SECTIONS = [
  'servers',
  AUTHENTICATION,
  PAGINATION,
  'rate-limits',
  'idempotency',
  ERRORS,
  'deprecated',
] as const;

export type IntroductionSection = (typeof SECTIONS)[number];

/** Those that a page has. */
export function introductionOf(page: InfoPageModel): readonly IntroductionSection[] {
  const { servers, securitySchemes, conventions, errors, deprecatedOperations } = page;
  const has: Readonly<Record<IntroductionSection, boolean>> = {
    servers: servers.length > 0,
    [AUTHENTICATION]: securitySchemes.length > 0,
    [PAGINATION]: conventions.pagination !== undefined,
    'rate-limits': conventions.rateLimits !== undefined,
    idempotency: conventions.idempotency !== undefined,
    [ERRORS]: errors.length > 0,
    deprecated: deprecatedOperations.length > 0,
  };
  return SECTIONS.filter((section) => has[section]);
}
