import Translate, { translate } from '@docusaurus/Translate';
import Breakable from '@theme/Breakable';
import Example from '@theme/Example';
import Heading from '@theme/Heading';
import Markdown from '@theme/Markdown';
import type { ReactNode } from 'react';
import type { InfoPageModel } from '../../../model/page/page.ts';

export interface Props {
  readonly body: InfoPageModel['pageBody'];
}

/** The response that all lists have in common: the fields around the list, and an example. */
export default function PageBody({ body }: Props): ReactNode {
  return (
    body && (
      <>
        <Heading as="h3" id="pagination-body">
          {translate({ id: 'site.pageBody', message: 'Response body of a page' })}
        </Heading>
        <table className="ref-table">
          <thead>
            <tr>
              <th>{translate({ id: 'site.field', message: 'Field' })}</th>
              <th>{translate({ id: 'site.type', message: 'Type' })}</th>
            </tr>
          </thead>
          <tbody>
            {body.fields.map(({ name, type, description, isList }) => (
              <tr key={name}>
                <td>
                  <code>
                    <Breakable>{name}</Breakable>
                  </code>
                </td>
                <td>
                  <span className="ref-type">{type}</span> <Markdown>{description}</Markdown>
                  {isList && !description && (
                    <div>
                      <Translate id="site.pageItems">The items of this page</Translate>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {body.example && <Example example={body.example} isLabelled />}
      </>
    )
  );
}
