import { translate } from '@docusaurus/Translate';
import IconMenu from '@theme/Icon/Menu';
import type { ReactNode } from 'react';
import { PHONE_MENU } from '../../../../client/protocol.ts';

/** The button of the mobile menu, which the browser opens: the reader does not wait for the app. */
export default function MobileSidebarToggle(): ReactNode {
  return (
    <button
      type="button"
      className="navbar__toggle clean-btn"
      popoverTarget={PHONE_MENU}
      aria-label={translate({ id: 'site.menu', message: 'Menu' })}
    >
      <IconMenu />
    </button>
  );
}
