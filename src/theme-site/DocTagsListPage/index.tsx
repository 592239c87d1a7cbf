import type { Props } from '@theme/DocTagsListPage';
import PhoneMenu from '@theme/PhoneMenu';
import DocTagsListPage from '@theme-init/DocTagsListPage';
import type { ReactNode } from 'react';

/** Such a page of a docs plugin is in none of its layouts, which have the mobile menu. */
export default function DocTagsListPageWrapper(props: Props): ReactNode {
  return (
    <>
      <DocTagsListPage {...props} />
      <PhoneMenu />
    </>
  );
}
