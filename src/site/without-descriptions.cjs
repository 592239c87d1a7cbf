// A loader: the bundler of the browser's code loads it by its path, in a clone as in the package.

const TEXT = '(?:\'(?:[^\'\\\\\\n]|\\\\.)*\'|"(?:[^"\\\\\\n]|\\\\.)*")';

/** The `description` of a text, in the first argument of `translate`, with the members before it. */
const DESCRIPTION = new RegExp(
  `(\\btranslate\\(\\s*\\{(?:\\s*\\w+:\\s*${TEXT},)*)(\\s*description:\\s*${TEXT},?)`,
  'g',
);

/**
 * Removes the descriptions of texts, which are for translators: `docusaurus write-translations` reads them in the files
 * themselves. What is not as expected stays, as it harms nobody.
 *
 * @param {string} code
 * @returns {string} The same number of lines.
 */
module.exports = function withoutDescriptions(code) {
  return code.replace(
    DESCRIPTION,
    (_all, before, description) => before + description.replace(/[^\n]/g, ''),
  );
};
