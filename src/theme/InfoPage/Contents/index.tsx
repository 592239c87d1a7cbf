import { translate } from '@docusaurus/Translate';
import PageSections, { type Props as ContentsProps } from '@theme/PageSections';
import type { ReactNode } from 'react';
import { AUTHENTICATION, ERRORS } from '../../../address/anchor.ts';
import type { InfoPageModel } from '../../../model/page/page.ts';

export interface Props {
  readonly page: InfoPageModel;
}

/** Links to the sections of an info page, and to the list of schemas. */
export default function InfoContents({ page }: Props): ReactNode {
  const { conventions, schemaList } = page;
  const sections: readonly [isThere: boolean, href: string, label: string][] = [
    [page.servers.length > 0, '#servers', translate({ id: 'site.servers', message: 'Servers' })],
    [
      page.securitySchemes.length > 0,
      `#${AUTHENTICATION}`,
      translate({ id: 'site.authentication', message: 'Authentication' }),
    ],
    [
      conventions.pagination !== undefined,
      '#pagination',
      translate({ id: 'site.pagination', message: 'Pagination' }),
    ],
    [
      conventions.rateLimits !== undefined,
      '#rate-limits',
      translate({ id: 'site.rateLimits', message: 'Rate limits' }),
    ],
    [
      conventions.idempotency !== undefined,
      '#idempotency',
      translate({ id: 'site.idempotency', message: 'Idempotency' }),
    ],
    [page.errors.length > 0, `#${ERRORS}`, translate({ id: 'site.errors', message: 'Errors' })],
    [
      page.tagGroups.length > 0,
      '#operations',
      translate({ id: 'site.resources', message: 'Resources' }),
    ],
  ];
  const ours: ContentsProps['entries'] = sections.flatMap(([isThere, href, label]) =>
    isThere ? [{ href, label, isOurs: true }] : [],
  );
  const groups = page.tagGroups.flatMap(({ name, anchor }) =>
    name === undefined ? [] : [{ href: `#${anchor}`, label: name, isBelow: true }],
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
  return <PageSections entries={[...ours, ...groups, ...schemas]} />;
}
