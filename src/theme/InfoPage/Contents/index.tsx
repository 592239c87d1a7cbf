import { translate } from '@docusaurus/Translate';
import PageSections from '@theme/PageSections';
import type { ReactNode } from 'react';
import { type IntroductionSection, introductionOf } from '../../../model/page/introduction.ts';
import type { InfoPageModel } from '../../../model/page/page.ts';

export interface Props {
  readonly page: InfoPageModel;
}

/** Links to the sections of an info page, and to the list of schemas. */
export default function InfoContents({ page }: Props): ReactNode {
  const { schemaList, changelog } = page;
  const labels: Readonly<Record<IntroductionSection, string>> = {
    servers: translate({ id: 'site.servers', message: 'Servers' }),
    authentication: translate({ id: 'site.authentication', message: 'Authentication' }),
    pagination: translate({ id: 'site.pagination', message: 'Pagination' }),
    'rate-limits': translate({ id: 'site.rateLimits', message: 'Rate limits' }),
    idempotency: translate({ id: 'site.idempotency', message: 'Idempotency' }),
    errors: translate({ id: 'site.errors', message: 'Errors' }),
    deprecated: translate({ id: 'site.deprecatedOperations', message: 'Deprecated operations' }),
  };
  const all = introductionOf(page).map((section) => ({
    href: `#${section}`,
    label: labels[section],
    isOurs: true,
  }));
  // That one comes after the operations.
  const gone = all.filter(({ href }) => href === '#deprecated');
  const ours = all.filter((entry) => !gone.includes(entry));
  const resources = {
    href: '#operations',
    label: translate({ id: 'site.resources', message: 'Resources' }),
    isOurs: true,
  };
  const groups = page.tagGroups.flatMap(({ name, isOurs, anchor }) =>
    name === undefined
      ? []
      : [{ href: `#${anchor}`, label: name, isBelow: true, ...(isOurs && { isOurs }) }],
  );
  const schemas = schemaList
    ? [
        {
          href: schemaList,
          label: translate({ id: 'site.schemas', message: 'Schemas' }),
          isOurs: true,
        },
      ]
    : [];
  const changes = changelog
    ? [
        {
          href: changelog,
          label: translate({ id: 'ref.changelog', message: 'Changelog' }),
          isOurs: true,
        },
      ]
    : [];
  const tags = page.tagGroups.length > 0 ? [resources] : [];
  return <PageSections entries={[...ours, ...tags, ...groups, ...gone, ...schemas, ...changes]} />;
}
