/** Tells of a fault of ours: where it happened, and where to report it. */
export function tellFault(error: unknown): void {
  console.error(error);
  console.error(
    '\nThis is a fault of the generator, not of your document. Please report it with the lines above,\n' +
      'and the document if you may, to the project that you cloned: "git remote -v" says where that is.',
  );
}
