import { closeOnBack } from '../page/back.ts';
import { PHONE_MENU } from '../protocol.ts';

/** The Back button closes the mobile menu, which works without the app, and may be open before it is there. */

let closed = (): void => {};

function follow(menu: HTMLElement): void {
  closed();
  closed = menu.matches(':popover-open') ? closeOnBack(() => menu.hidePopover(), true) : () => {};
}

if (typeof document !== 'undefined') {
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLElement && target.id === PHONE_MENU) follow(target);
    },
    true,
  );
  const menu = document.getElementById(PHONE_MENU);
  if (menu) follow(menu);
}
