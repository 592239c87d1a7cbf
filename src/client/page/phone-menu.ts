import { PHONE_MENU } from '../protocol.ts';

/**
 * The mobile menu for assistive technology and the keyboard: while it is open, it is a dialog with the name of its
 * button, and it closes once the focus leaves it. On wider screens, the same element is the sidebar.
 */

const buttonOf = (): HTMLElement | null =>
  document.querySelector(`[popovertarget="${PHONE_MENU}"]`);

function name(menu: HTMLElement): void {
  const isOpen = menu.matches(':popover-open');
  menu.role = isOpen ? 'dialog' : null;
  menu.ariaLabel = isOpen ? (buttonOf()?.ariaLabel ?? null) : null;
}

document.addEventListener(
  'toggle',
  ({ target }) => {
    if ((target as Element).id === PHONE_MENU) name(target as HTMLElement);
  },
  true,
);
document.addEventListener('focusin', ({ target }) => {
  const menu = document.getElementById(PHONE_MENU);
  if (!menu?.matches(':popover-open')) return;
  const element = target as Node;
  if (!menu.contains(element) && !buttonOf()?.contains(element)) menu.hidePopover();
});
// The page script loads this when the reader opens the menu.
const open = document.getElementById(PHONE_MENU);
if (open) name(open);
