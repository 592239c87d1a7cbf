import { type ComponentType, lazy, type ReactNode } from 'react';
import { reloadPage } from '../page/reload.ts';

/** A part of the console that only some operations need. If it cannot be loaded, the page is: see `reloadPage`. */
export function lazyPart<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
): ComponentType<P> {
  return lazy(() =>
    load().catch(() => {
      reloadPage();
      return new Promise<never>(() => {});
    }),
  );
}

/**
 * A part that the console can do without.
 *
 * @param instead Shown if it cannot be loaded; nothing by default.
 */
export function optionalPart<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
  instead: (props: P) => ReactNode = () => null,
): ComponentType<P> {
  return lazy(() => load().catch(() => ({ default: instead })));
}
