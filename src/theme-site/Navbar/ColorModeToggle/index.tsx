import { useColorMode, useThemeConfig } from '@docusaurus/theme-common';
import useIsBrowser from '@docusaurus/useIsBrowser';
import ColorModeToggle from '@theme/ColorModeToggle';
import type { Props } from '@theme/Navbar/ColorModeToggle';
import type { ReactNode } from 'react';

/** The mode of the reader's system. */
function systemMode(): 'dark' | 'light' {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/**
 * The button for the color mode: each click shows the other one. Docusaurus' own goes through three, of which two look
 * the same, so that its first click seems to do nothing. Whoever returns to the mode of the system follows that again.
 */
export default function NavbarColorModeToggle({ className }: Props): ReactNode {
  const { disableSwitch, respectPrefersColorScheme } = useThemeConfig().colorMode;
  const { colorMode, setColorMode } = useColorMode();
  const isBrowser = useIsBrowser();
  if (disableSwitch) return null;
  return (
    <ColorModeToggle
      className={className}
      respectPrefersColorScheme={false}
      // The server does not know the mode.
      value={isBrowser ? colorMode : null}
      onChange={(mode) =>
        setColorMode(respectPrefersColorScheme && mode === systemMode() ? null : mode)
      }
    />
  );
}
