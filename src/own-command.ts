import { IS_BUILT, PACKAGE } from './own-files.ts';

/**
 * How people call one of our commands: by its script in a clone, by the package's name elsewhere.
 *
 * @param args Arguments for the command, for messages.
 */
export function ownCommand(name: string, ...args: readonly string[]): string {
  if (IS_BUILT) return ['npx', PACKAGE, name, ...args].join(' ');
  return ['npm run', name, ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
}

/** Where the options of an API are, for messages. */
export const API_OPTIONS = IS_BUILT ? 'the options of the API' : 'openapi/apis.ts';
