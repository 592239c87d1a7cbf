import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { UpstreamJob } from './plugin.ts';

/**
 * Runs `docusaurus-plugin-openapi-docs` as a separate process: it prints a line for every file, depends on
 * the working folder, and keeps all pages in memory. Exits when its parent disconnects.
 *
 * Input, in the folder of the job: `outline.json`, `pages.json` (type and id of a page to its source),
 * `page.mustache`. Output: `docs/<api>/*.mdx`, `docs/<api>/schemas/*.mdx`, `docs/<api>/sidebar.ts`.
 */
process.on('message', async (job: UpstreamJob) => {
  await run(job);
  process.send?.('done');
});

type Action = (id: string, command: { opts(): Record<string, unknown> }) => Promise<void>;
type Plugin = (context: object, options: object) => { extendCli(cli: object): void };
const { default: create }: { default: Plugin } = createRequire(import.meta.url)(
  'docusaurus-plugin-openapi-docs',
);
const template = 'page.mustache';

async function run({ folder, api, grouped }: UpstreamJob): Promise<void> {
  process.chdir(folder);
  const pages: Record<string, string> = JSON.parse(fs.readFileSync('pages.json', 'utf8'));
  const source = (page: { type: string; id: string }): string =>
    pages[`${page.type} ${page.id}`] ?? '';
  const groupPathsBy = grouped ? 'tagGroup' : 'tag';
  const { actions, recorder } = record();
  create(
    { siteDir: folder, siteConfig: { presets: [], plugins: [] } },
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
          sidebarOptions: { groupPathsBy, categoryLinkSource: 'tag' },
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
}

/** Stands in for the command line parser: upstream only offers generation as a command. */
function record() {
  const actions: Action[] = [];
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
  return { actions, recorder };
}
