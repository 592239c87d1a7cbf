import useApiTable from '@reference/api-table';
import HomeApis from '@theme/Home/Apis';
import type { ReactNode } from 'react';
import { CARDS, type Props } from '../../client/app/api-cards.ts';

/** Cards of all APIs. The browser keeps what is rendered here: see `client/app/api-cards.browser.tsx`. */
export default function ApiCards({ withAbout = false, part }: Props): ReactNode {
  const apis = (useApiTable()?.apis ?? []).filter(({ about }) => withAbout || !about);
  return (
    <div>
      <div data-part={CARDS}>
        <HomeApis apis={apis} part={part} />
      </div>
    </div>
  );
}
