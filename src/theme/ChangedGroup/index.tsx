import { translate } from '@docusaurus/Translate';
import ChangedSubjects, { type Props as SubjectsProps } from '@theme/ChangedSubjects';
import type { ReactNode } from 'react';
import type { ReleaseModel } from '../../model/page/change.ts';

export interface Props extends Pick<SubjectsProps, 'link'> {
  readonly group: ReleaseModel['groups'][number];
  /** Its heading. */
  readonly children: ReactNode;
}

/** All changes of a group. Texts change often and matter little: they are folded. */
export default function ChangedGroup({ group, link, children }: Props): ReactNode {
  const { group: kind, subjects } = group;
  const list = <ChangedSubjects subjects={subjects} isBreaking={kind === 'breaking'} link={link} />;
  return (
    <section>
      {children}
      {kind === 'texts' ? (
        <details>
          <summary>
            {translate({ id: 'ref.showTexts', message: 'Show what was rewritten' })}
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
    </section>
  );
}
