import { IS_BUILT, PACKAGE } from '../own-files.ts';

const RECIPIENT = IS_BUILT
  ? `the maintainers of the package ("npm view ${PACKAGE} maintainers" lists them)`
  : 'the project that you cloned ("git remote -v" shows its URL)';

/** Reports an error that no mistake of the user causes. */
export function reportInternalError(error: unknown): void {
  console.error(error);
  console.error(
    '\nThis is an internal error, not a problem in your document. Please report it with the lines above,\n' +
      `and the document if you can share it, to ${RECIPIENT}.`,
  );
}
