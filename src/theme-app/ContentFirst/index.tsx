import { useDocsSidebar } from '@docusaurus/plugin-content-docs/client';
import { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import BackToTopButton from '@theme/BackToTopButton';
import type { Props } from '@theme/DocRoot/Layout';
import DocRootLayoutMain from '@theme/DocRoot/Layout/Main';
import DocRootLayoutSidebar from '@theme/DocRoot/Layout/Sidebar';
import { type ReactNode, useState } from 'react';
import styles from './styles.module.css';

/** A page of the docs whose sidebar comes after it: by keyboard, and on a slow line, readers get to the page first. */
export default function ContentFirst({ children }: Props): ReactNode {
  const sidebar = useDocsSidebar();
  const isBrowser = useIsBrowser();
  const [isHidden, setHidden] = useState(false);
  return (
    <div className={styles.page}>
      {/* It needs the app; its styles come with that. */}
      {isBrowser && <BackToTopButton />}
      <DocRootLayoutMain hiddenSidebarContainer={isHidden}>
        {sidebar && (
          <a className={styles.skip} href="#ref-sidebar">
            {translate({
              id: 'ref.skipToSidebar',
              message: 'Skip to the list of pages',
              description: 'Link at the beginning of a page to its sidebar, for the keyboard',
            })}
          </a>
        )}
        {children}
      </DocRootLayoutMain>
      {sidebar && (
        <>
          <span id="ref-sidebar" className={styles.sidebar} />
          <DocRootLayoutSidebar
            sidebar={sidebar.items}
            hiddenSidebarContainer={isHidden}
            setHiddenSidebarContainer={setHidden}
          />
        </>
      )}
    </div>
  );
}
