import { useDocsSidebar } from '@docusaurus/plugin-content-docs/client';
import ContentFirst from '@theme/ContentFirst';
import type { Props } from '@theme/DocRoot/Layout';
import DocRootLayout from '@theme-init/DocRoot/Layout';
import type { ReactNode } from 'react';
import { useIsReferenceSidebar } from '../../../client/app/site-data.ts';

/** Pages of the reference come before their sidebar; others stay as they are. */
export default function DocRootLayoutWrapper(props: Props): ReactNode {
  const sidebar = useDocsSidebar();
  const isReference = useIsReferenceSidebar();
  return sidebar && isReference(sidebar.name) ? (
    <ContentFirst {...props} />
  ) : (
    <DocRootLayout {...props} />
  );
}
