/** What this reads of Rspack's `SwcJsMinimizerRspackPlugin`, as Docusaurus makes it. */
interface Minimizer {
  readonly _args?: readonly { readonly minimizerOptions?: Record<string, unknown> }[];
}

/**
 * Makes the minifier give names by their order alone. By default SWC prefers the letters that a script
 * holds most of, and the first chunk holds hashes of others that depend on the folder of the site until
 * the bundler replaces them: the same site would have other names, and so another hash, in another folder.
 *
 * @param minimizers `optimization.minimizer` of Docusaurus' configuration; changed in place.
 * @param warn Called where the minifier is configured in a way that is not known here: the site is right,
 *   its scripts may have other names elsewhere.
 */
export function nameInOrder(
  minimizers: readonly unknown[] | undefined,
  warn: (message: string) => void = console.warn,
): void {
  const options = (minimizers ?? [])
    .map((minimizer) => (minimizer as Minimizer | null)?._args?.[0]?.minimizerOptions)
    .find((given) => given?.mangle !== undefined);
  if (options?.mangle === true) options.mangle = { disableCharFreq: true };
  else {
    warn(
      '[openapi-reference] The minifier of scripts has unknown options. Names of scripts may depend on where the site is built.',
    );
  }
}
