import { useDocsSidebar } from '@docusaurus/plugin-content-docs/client';
import BackToTopButton from '@theme/BackToTopButton';
import type { Props } from '@theme/DocRoot/Layout';
import DocRootLayoutMain from '@theme/DocRoot/Layout/Main';
import DocRootLayoutSidebar from '@theme/DocRoot/Layout/Sidebar';
import { type ReactNode, useState } from 'react';
import styles from './styles.module.css';

/** A page of the docs whose sidebar comes after it: by keyboard, and on a slow line, readers get to the page first. */
export default function ContentFirst({ children }: Props): ReactNode {
  const sidebar = useDocsSidebar();
  const [isHidden, setHidden] = useState(false);
  return (
    <div className={styles.page}>
      <BackToTopButton />
      <DocRootLayoutMain hiddenSidebarContainer={isHidden}>{children}</DocRootLayoutMain>
      {sidebar && (
        <DocRootLayoutSidebar
          sidebar={sidebar.items}
          hiddenSidebarContainer={isHidden}
          setHiddenSidebarContainer={setHidden}
        />
      )}
    </div>
  );
}
