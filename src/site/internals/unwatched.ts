/**
 * Paths, with the separators of any system, that the bundler does not watch: in packages, as Docusaurus has
 * it, and generated pages. What those show comes from slices, and their names from what the docs plugin
 * loads.
 */
export const UNWATCHED =
  /node_modules[\\/](?!@docusaurus)|[\\/]docs[\\/]reference[\\/].*\.(api|info|tag|schema)\.mdx$/;
