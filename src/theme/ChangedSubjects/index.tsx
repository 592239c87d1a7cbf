import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import Breakable from '@theme/Breakable';
import ChangeLines from '@theme/ChangeLines';
import MethodBadge from '@theme/MethodBadge';
import type { ComponentType, ReactNode } from 'react';
import { useOperationCount, useTextLanguage } from '../../client/app/words.ts';
import type { SubjectModel } from '../../model/page/change.ts';
import styles from './styles.module.css';

export interface Props {
  readonly subjects: readonly SubjectModel[];
  readonly isBreaking?: boolean;
  /** Draws links outside of the app. Default: those of Docusaurus. */
  readonly link?: ComponentType<LinkProps>;
}

/** A link to a page, by its path within the site. */
export interface LinkProps {
  readonly to: string;
  readonly lang?: string;
  readonly children: ReactNode;
}

/** Operations and schemas with what changed in them. */
export default function ChangedSubjects({ subjects, isBreaking, link = Link }: Props): ReactNode {
  return (
    <ul className={styles.subjects}>
      {subjects.map((subject) => (
        <li key={keyOf(subject)}>
          <p>
            <Subject subject={subject} as={link} />
          </p>
          {subject.lines.length > 0 && (
            <ChangeLines lines={subject.lines} isBreaking={isBreaking} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** What is shared by several operations is only distinguished by what changed. */
function keyOf({ link, label, links, lines }: SubjectModel): string {
  const names = [link?.id, label, ...links.map(({ id }) => id)];
  return [...names, ...lines.flatMap((line) => Object.values(line))].join('\n');
}

interface SubjectProps {
  readonly subject: SubjectModel;
  readonly as: ComponentType<LinkProps>;
}

function Subject({ subject, as: Anchor }: SubjectProps): ReactNode {
  const lang = useTextLanguage();
  const counted = useOperationCount();
  const { link, label, operations, links } = subject;
  const affected = operations !== undefined && <small>{counted(operations)}</small>;
  if (link)
    return (
      <>
        {link.method && (
          <>
            <MethodBadge method={link.method} />{' '}
          </>
        )}
        <Anchor to={link.href} lang={lang}>
          <Breakable>{link.title}</Breakable>
        </Anchor>{' '}
        {link.path && (
          <code>
            <Breakable>{link.path}</Breakable>
          </code>
        )}{' '}
        {affected}
      </>
    );
  if (label !== undefined)
    return (
      <>
        <code>
          <Breakable>{label}</Breakable>
        </code>{' '}
        {affected}
      </>
    );
  if (operations === undefined)
    return translate({ id: 'ref.changedApi', message: 'The API as a whole' });
  return (
    <>
      {counted(operations)}{' '}
      <small>
        {links.map((one, at) => (
          <span key={one.id}>
            {at > 0 && ', '}
            <Anchor to={one.href} lang={lang}>
              {one.title}
            </Anchor>
          </span>
        ))}
        {operations > links.length && ' …'}
      </small>
    </>
  );
}
