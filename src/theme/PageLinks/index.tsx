import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import { usePage } from '../../client/app/page-context.tsx';
import { reportUrl } from '../../model/page/report-url.ts';

/** Links to edit the page and to report a problem, if the maintainers of the API have set them. */
export default function PageLinks(): ReactNode {
  const { editUrl, reportUrl: template, title, kind, method, path, name } = usePage().page;
  const { siteConfig } = useDocusaurusContext();
  const { permalink } = useDoc().metadata;
  if (editUrl === undefined && template === undefined) return null;
  const operation =
    kind === 'operation' ? `${method?.toUpperCase()} ${path}` : (name ?? path ?? title);
  return (
    <p className="ref-quiet">
      {editUrl !== undefined && (
        <a href={editUrl} rel="noreferrer">
          {translate({ id: 'ref.edit', message: 'Edit this page' })}
        </a>
      )}
      {editUrl !== undefined && template !== undefined && ' · '}
      {template !== undefined && (
        <a
          href={reportUrl(template, { title, operation, page: siteConfig.url + permalink })}
          rel="noreferrer"
        >
          {translate({ id: 'ref.report', message: 'Report a problem' })}
        </a>
      )}
    </p>
  );
}
