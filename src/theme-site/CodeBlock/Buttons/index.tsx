import { translate } from '@docusaurus/Translate';
import { useCodeBlockContext } from '@docusaurus/theme-common/internal';
import CopyButton from '@theme/CopyButton';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

/**
 * The button of code in a guide: the one of samples, which the page's script binds. Docusaurus' buttons are there only
 * once the app is loaded.
 */
export default function CodeBlockButtons(): ReactNode {
  const { code } = useCodeBlockContext().metadata;
  return (
    <div className={styles.copy}>
      <CopyButton text={code} what={translate({ id: 'ref.code', message: 'code' })} />
    </div>
  );
}
