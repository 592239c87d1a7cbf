import { createRequire } from 'node:module';
import { createDocItem } from './create-doc-item.mjs';

/**
 * Runs a command of the stock plugin: its options as JSON, the command's number, its argument and flags.
 * The working folder is the site's.
 */
const [options, at, id, flags] = process.argv.slice(2);
const { default: create } = createRequire(import.meta.url)('docusaurus-plugin-openapi-docs');
const given = JSON.parse(options, (key, value) =>
  key === 'createDocItem' ? createDocItem : value,
);
const actions = [];
const recorder = new Proxy(
  {},
  { get: (_, name) => (argument) => (name === 'action' ? actions.push(argument) : recorder) },
);
const docs = ['@docusaurus/plugin-content-docs', { id: given.docsPluginId, path: 'docs' }];
create({ siteDir: process.cwd(), siteConfig: { presets: [], plugins: [docs] } }, given).extendCli(
  recorder,
);
await actions[Number(at)](id, { opts: () => JSON.parse(flags ?? '{}') });
