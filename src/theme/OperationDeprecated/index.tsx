import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import Facts from '@theme/Facts';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';
import type { DeprecationModel } from '../../model/page/deprecation.ts';

/** That the operation should no longer be used, and what the document says about it. */
export default function OperationDeprecated(): ReactNode {
  const deprecation = useOperation()?.deprecation;
  if (!deprecation) return null;
  return (
    <div className="ref-note ref-note-warning">
      <b>
        <Translate id="ref.deprecatedBadge">Deprecated</Translate>
      </b>
      {deprecation.replacement && <Replacement {...deprecation.replacement} />}
      <Facts facts={deprecation.facts} />
    </div>
  );
}

function Replacement({ title, href }: NonNullable<DeprecationModel['replacement']>): ReactNode {
  return (
    <div>
      <Translate
        id="ref.deprecatedInstead"
        values={{
          operation: <Link to={href}>{title}</Link>,
        }}
      >
        {'Use {operation} instead.'}
      </Translate>
    </div>
  );
}
