import { useEffect, useRef } from 'react';

/**
 * Moves the focus after a change, to what is only there, or still there, then.
 *
 * @param find What gets the focus.
 * @returns what a control calls that makes the change.
 */
export function useNextFocus(find: () => HTMLElement | null | undefined): () => void {
  const isPressed = useRef(false);
  useEffect(() => {
    if (isPressed.current) find()?.focus();
    isPressed.current = false;
  });
  return () => {
    isPressed.current = true;
  };
}
