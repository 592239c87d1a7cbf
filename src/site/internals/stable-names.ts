import { internal } from './level.ts';

/** The parts of Rspack's `SwcJsMinimizerRspackPlugin` that this reads. */
interface Minimizer {
  readonly _args?: readonly [{ readonly minimizerOptions?: Record<string, unknown> }?];
}

const PIECE = {
  name: 'stable-names',
  loss: 'Names of scripts may depend on where the site is built.',
};

/**
 * Makes the minifier assign names by order alone. By default, SWC prefers the most frequent letters of a
 * script, and the first chunk contains hashes of others that depend on the folder of the site until the
 * bundler replaces them: the same site would have other names, and so another hash, in another folder.
 *
 * @param minimizers `optimization.minimizer` of Docusaurus' configuration; changed in place.
 */
export function nameInOrder(minimizers: readonly unknown[] | undefined): void {
  const change = (): void => {
    const options = (minimizers ?? [])
      .map((minimizer) => (minimizer as Minimizer | null)?._args?.[0]?.minimizerOptions)
      .find((given) => given?.mangle !== undefined);
    if (options?.mangle !== true) throw new Error('the minifier of scripts has unknown options');
    options.mangle = { disableCharFreq: true };
  };
  internal(PIECE, change, () => {});
}
