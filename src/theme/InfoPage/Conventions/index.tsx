import { translate } from '@docusaurus/Translate';
import Facts from '@theme/Facts';
import Heading from '@theme/Heading';
import type { ReactNode } from 'react';
import { useCount, useTextLanguage } from '../../../client/app/words.ts';
import type { InfoPageModel } from '../../../model/page/page.ts';

export interface Props {
  readonly id: string;
  readonly title: string;
  /** The heading of the names. */
  readonly kind: string;
  readonly entries: InfoPageModel['conventions'][keyof InfoPageModel['conventions']];
}

/** Parameters or headers that many operations have, with what they are for. */
export default function Conventions({ id, title, kind, entries = [] }: Props): ReactNode {
  const count = useCount();
  const lang = useTextLanguage();
  return (
    entries.length > 0 && (
      <>
        <Heading as="h2" id={id}>
          {title}
        </Heading>
        <table className="ref-table">
          <thead>
            <tr>
              <th>{kind}</th>
              <th>{translate({ id: 'site.description', message: 'Description' })}</th>
              <th className="ref-count">
                {translate({ id: 'site.operations', message: 'Operations' })}
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ name, description, operations, facts }) => (
              <tr key={name}>
                <td>
                  <code>{name}</code>
                </td>
                <td>
                  {description && <span lang={lang}>{description}</span>}
                  <Facts facts={facts} />
                </td>
                <td className="ref-count">{count(operations)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    )
  );
}
