import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';

export interface Props {
  /** `2026-05-31`; nothing is shown without one. */
  readonly date: string | undefined;
}

/** When a version was published, in the language of the page. */
export default function ReleaseDate({ date }: Props): ReactNode {
  const { i18n } = useDocusaurusContext();
  if (date === undefined) return null;
  const shown = new Date(date).toLocaleDateString(i18n.currentLocale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return (
    <time dateTime={date} className="ref-quiet">
      {shown}
    </time>
  );
}
