import type { Props } from '@theme/Icon/SystemColorMode';
import type { ReactNode } from 'react';

/** A circle, half of which is filled. */
export default function IconSystemColorMode(props: Props): ReactNode {
  return (
    <svg viewBox="0 0 24 24" width={24} height={24} aria-hidden="true" {...props}>
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
      <path
        d="M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
    </svg>
  );
}
