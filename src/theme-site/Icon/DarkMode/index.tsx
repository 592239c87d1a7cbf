import type { Props } from '@theme/Icon/DarkMode';
import type { ReactNode } from 'react';

/** A moon. */
export default function IconDarkMode(props: Props): ReactNode {
  return (
    <svg viewBox="0 0 24 24" width={24} height={24} aria-hidden="true" {...props}>
      <path
        d="M10 4a8 8 0 1 0 10 10A8 8 0 0 1 10 4z"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
    </svg>
  );
}
