import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Heading from '@theme/Heading';
import type { ReactNode } from 'react';
import { ERRORS } from '../../../address/anchor.ts';
import { useCount } from '../../../client/app/words.ts';
import type { InfoPageModel } from '../../../model/page/page.ts';

export interface Props {
  readonly errors: InfoPageModel['errors'];
}

/** Responses to failed requests: the schemas that operations share. */
export default function Errors({ errors }: Props): ReactNode {
  const count = useCount();
  return (
    errors.length > 0 && (
      <>
        <Heading as="h2" id={ERRORS}>
          {translate({ id: 'site.errors', message: 'Errors' })}
        </Heading>
        <table className="ref-table">
          <thead>
            <tr>
              <th>{translate({ id: 'site.errorStatus', message: 'Status' })}</th>
              <th>{translate({ id: 'site.errorBody', message: 'Body' })}</th>
              <th className="ref-count">
                {translate({ id: 'site.operations', message: 'Operations' })}
              </th>
            </tr>
          </thead>
          <tbody>
            {errors.map(({ status, label, schema, href, operations }) => (
              <tr key={`${status} ${schema}`}>
                <td>
                  {status} {label !== status && label}
                </td>
                <td>{href ? <Link to={href}>{schema}</Link> : <code>{schema}</code>}</td>
                <td className="ref-count">{count(operations)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    )
  );
}
