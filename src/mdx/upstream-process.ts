import fs from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Runs `docusaurus-plugin-openapi-docs` in the current folder, as a process of its own: it prints a
 * line for every file, works with the working folder, and keeps all pages in memory.
 *
 * In: `outline.json`, `pages.json` (type and id of a page to its source), `page.mustache`.
 * Out: `docs/<api>/*.mdx`, `docs/<api>/schemas/*.mdx`, `docs/<api>/sidebar.ts`.
 */
const [, , api = ''] = process.argv;
const pages: Record<string, string> = JSON.parse(fs.readFileSync('pages.json', 'utf8'));
const grouped = process.argv.includes('--tag-groups');

const source = (page: { type: string; id: string }): string =>
  pages[`${page.type} ${page.id}`] ?? '';

type Action = (id: string, command: { opts(): Record<string, unknown> }) => Promise<void>;
const actions: Action[] = [];
/** Stands in for the command line parser: upstream offers generation as a command only. */
const recorder = {
  command: () => recorder,
  description: () => recorder,
  usage: () => recorder,
  arguments: () => recorder,
  option: () => recorder,
  action: (action: Action) => {
    actions.push(action);
    return recorder;
  },
};

const template = 'page.mustache';
type Plugin = (context: object, options: object) => { extendCli(cli: object): void };
const { default: create }: { default: Plugin } = createRequire(import.meta.url)(
  'docusaurus-plugin-openapi-docs',
);
create(
  { siteDir: process.cwd(), siteConfig: { presets: [], plugins: [] } },
  {
    id: 'reference',
    docsPluginId: 'default',
    config: {
      [api]: {
        specPath: 'outline.json',
        outputDir: `docs/${api}`,
        template,
        infoTemplate: template,
        tagTemplate: template,
        schemaTemplate: template,
        showSchemas: true,
        externalJsonProps: false,
        sidebarOptions: { groupPathsBy: grouped ? 'tagGroup' : 'tag', categoryLinkSource: 'tag' },
        markdownGenerators: {
          createApiPageMD: source,
          createInfoPageMD: source,
          createTagPageMD: source,
          createSchemaPageMD: source,
        },
      },
    },
  },
).extendCli(recorder);

// The first of its commands is `gen-api-docs`.
await actions[0]?.(api, { opts: () => ({}) });
