import type { Props } from '@theme/DocTagDocListPage';
import PhoneMenu from '@theme/PhoneMenu';
import DocTagDocListPage from '@theme-init/DocTagDocListPage';
import type { ReactNode } from 'react';

/** Such a page of a docs plugin is in none of its layouts, which have the mobile menu. */
export default function DocTagDocListPageWrapper(props: Props): ReactNode {
  return (
    <>
      <DocTagDocListPage {...props} />
      <PhoneMenu />
    </>
  );
}
