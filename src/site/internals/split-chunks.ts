import type { Configuration } from 'webpack';
import { internal } from './level.ts';

/**
 * In static rendering each page is a chunk of its own, and would have its own copy of everything it imports:
 * 5 MB of code per page, compiled and kept in memory.
 */
const SHARED = {
  chunks: 'async',
  cacheGroups: {
    default: false,
    defaultVendors: false,
    shared: { name: 'shared', minChunks: 2, enforce: true },
  },
} as const;

/** Docusaurus creates a single style sheet. That of the console is separate, and loaded with it. */
const CONSOLE_STYLES = {
  cacheGroups: {
    styles: {
      chunks: ({ name }: { readonly name?: string | null }) => !name?.startsWith('console'),
    },
  },
};

const SERVER = {
  name: 'split-chunks of the server',
  loss: 'The build takes more time and memory.',
};
const BROWSER = {
  name: 'split-chunks of the browser',
  loss: 'The style sheet of every page has the styles of the console.',
};

/** The part of `optimization` that splits code into files. */
export function splitChunks({ optimization }: Configuration, isServer: boolean): object {
  const own = optimization?.splitChunks;
  const change = (): object => {
    const hasStyles = typeof own === 'object' && 'styles' in (own.cacheGroups ?? {});
    if (isServer ? own !== false : !hasStyles)
      throw new Error('Docusaurus splits code in another way');
    return { splitChunks: isServer ? SHARED : CONSOLE_STYLES };
  };
  return internal(isServer ? SERVER : BROWSER, change, () => ({}));
}
