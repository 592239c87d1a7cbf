import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import CommaList from '@theme/CommaList';
import type { ReactNode } from 'react';
import type { TagPageModel } from '../../model/page/page.ts';

export interface Props {
  readonly page: TagPageModel;
}

/** The kind of a tag, its parent and its children (OpenAPI 3.2 section 4.22). */
export default function TagRelatives({ page: { tagKind, parent, children } }: Props): ReactNode {
  return (
    <>
      {parent && (
        <p className="ref-quiet">
          {translate({ id: 'site.tagParent', message: 'Part of' })}{' '}
          <Link to={parent.href}>{parent.label}</Link>
        </p>
      )}
      {tagKind && (
        <p className="ref-quiet">
          {translate({ id: 'site.tagKind', message: 'Kind' })} <code>{tagKind}</code>
        </p>
      )}
      {children.length > 0 && (
        <p className="ref-quiet">
          {translate({ id: 'site.tagChildren', message: 'Includes' })}{' '}
          <CommaList>
            {children.map(({ label, href }) => (
              <Link key={href} to={href}>
                {label}
              </Link>
            ))}
          </CommaList>
        </p>
      )}
    </>
  );
}
