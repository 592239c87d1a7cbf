import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Breakable from '@theme/Breakable';
import type { ReactNode } from 'react';
import { pageHref } from '../../../address/address.ts';
import type { OperationModel, SchemaPageModel } from '../../../model/page/page.ts';
import styles from './styles.module.css';

export interface Props {
  readonly of: OperationModel | SchemaPageModel;
  /** Comes after the title. */
  readonly mark?: ReactNode;
  readonly children: ReactNode;
  /** `EmbedFold` elements. */
  readonly folds?: ReactNode;
}

/** The frame of a part of the reference, with a link to its page. */
export default function EmbedCard({ of, mark, children, folds }: Props): ReactNode {
  const { currentLocale, localeConfigs } = useDocusaurusContext().i18n;
  return (
    // Our words in a guide of another language.
    <div className={styles.card} lang={localeConfigs[currentLocale]?.htmlLang}>
      <div className={styles.head}>
        <div className={styles.title}>
          <Link to={pageHref(of.page, of.page.id)}>
            <Breakable>{of.title}</Breakable>
          </Link>
          {mark}
        </div>
        {children}
      </div>
      {folds}
    </div>
  );
}
