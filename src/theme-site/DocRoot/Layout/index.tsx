import { useDocsSidebar } from '@docusaurus/plugin-content-docs/client';
import ContentFirst from '@theme/ContentFirst';
import type { Props } from '@theme/DocRoot/Layout';
import PhoneMenu from '@theme/PhoneMenu';
import type { ReactNode } from 'react';

/** All pages come before their sidebar. It is in the mobile menu, which is also there without one. */
export default function DocRootLayout(props: Props): ReactNode {
  const sidebar = useDocsSidebar();
  return (
    <>
      <ContentFirst {...props} />
      {!sidebar && <PhoneMenu />}
    </>
  );
}
