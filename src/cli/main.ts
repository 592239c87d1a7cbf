import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { pageHref } from '../address/address.ts';
import { basePath, defaultPlace } from '../address/docs.ts';
import { REPORTERS } from '../problems/reporters.ts';
import type { DocumentOptions } from './apis.ts';
import { changesCommand } from './changes-command.ts';
import { deployCommand } from './deploy-command.ts';
import { EXIT } from './exit.ts';
import { inSite } from './in-site.ts';
import { reportInternalError } from './internal-error.ts';
import { percent, port } from './option-values.ts';
import { Interrupted } from './processes.ts';

const SITE_DIR = [
  '--site-dir <folder>',
  'folder of the site (default: the working folder)',
] as const;

const DOCUMENT_OPTIONS: [string, string][] = [
  ['--document <path or URL...>', 'the same as naming the documents before the options'],
  [
    '--id <id>',
    `id of the API in URLs, ${pageHref({ base: basePath(defaultPlace({ api: '<id>' })) })}... (default: derived from its title)`,
  ],
  ['--label <text>', 'name of the API in the navigation (default: its title)'],
  ['--overlay <path...>', 'OpenAPI Overlays to apply to the document, in order'],
  [
    '--ref-folder <path...>',
    "folders (or single files) outside its own folder that the document's $refs may read",
  ],
  ['--ref-host <host...>', "hosts that the document's $refs may read, such as localhost:8080"],
  ['--offline', 'read nothing from the network'],
];

const EXAMPLES = `
Examples:
  build openapi.yaml       a site to deploy, in build/, from a document alone
  create my-api            a small site to own, with a configuration and a guide
  check                    the problems of the documents of the site in this folder`;

const COVERAGE_HELP = `
Facts are searched for as text: those of a property or parameter in its own entry, those of a response
in its panel, all others anywhere on their page. So a short value may match in the wrong place.
Labels are searched for in English.

Exit codes: 0 coverage is sufficient, 1 coverage is below --fail-under, 2 usage error, unreadable
document, or no site built from it, 3 internal error.`;

const MCP_HELP = `
Tools: search, list_operations, read, find_uses, list_changes. They read the files of the site, and send nothing anywhere.
Other languages of a site are in its folders: build/de.

Exit codes: 0 the client has left, 2 usage error, or there is no site to read, 3 internal error.`;

/** The site's folder: the working folder, or the named one, relative to the caller's folder. */
function rootOf({ siteDir }: { readonly siteDir?: string }): string {
  return siteDir === undefined
    ? process.cwd()
    : path.resolve(process.env.INIT_CWD ?? process.cwd(), siteDir);
}

function command(program: Command, name: string, description: string): Command {
  const made = program
    .command(name)
    .description(description)
    .argument(
      '[documents...]',
      'paths or URLs of OpenAPI documents (default: the APIs of the site in this folder)',
    )
    .option(...SITE_DIR);
  for (const [flags, text] of DOCUMENT_OPTIONS) made.option(flags, text);
  return made;
}

/** Options of a command, with the documents among its arguments. */
function withDocuments<Options extends DocumentOptions>(
  documents: readonly string[],
  options: Options,
): Options {
  const all = [...documents, ...(options.document ?? [])];
  return all.length > 0 ? { ...options, document: all } : options;
}

/** Where the site will be: the origin and the path that configurations read. */
function siteUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new InvalidArgumentError('It must be an address such as https://docs.example.com/api/.');
  process.env.SITE_URL = url.origin;
  process.env.BASE_URL = url.pathname.replace(/\/?$/, '/');
  return value;
}

const SITE_URL = [
  '--url <url>',
  'where the site will be (default: SITE_URL and BASE_URL in the environment, or at the root of any host)',
  siteUrl,
] as const;

/** Loads only the code of the command that is run: all of it takes a second. */
async function main(): Promise<number> {
  let code: number = EXIT.ok;
  const program = new Command('docusaurus-openapi-reference')
    .description('Turns OpenAPI documents into a static API reference.')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();
  command(
    program,
    'check',
    'Reports problems in the documents, where they are and how to fix them. Writes nothing.',
  )
    .addOption(
      new Option('--format <format>', 'format of the report on stdout')
        .choices(Object.keys(REPORTERS))
        .default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that causes exit code 1')
        .choices(['error', 'warning', 'never'])
        .default('warning'),
    )
    .option('--rules', 'only list the rules, which the options of an API configure')
    .addHelpText(
      'after',
      '\nExit codes: 0 no such problems, 1 problems found, 2 usage error or unreadable document, 3 internal error.',
    )
    .action(async (documents, options) => {
      const { runCheck } = await import('./check.ts');
      code = await runCheck(rootOf(options), withDocuments(documents, options));
    });
  changesCommand(program)
    .option(...SITE_DIR)
    .action(async (options) => {
      const { runChanges } = await import('./changes.ts');
      code = await runChanges(rootOf(options), options);
    });
  command(
    program,
    'history',
    'Compares the versions of APIs that have the option "history", and stores what changed for a changelog.',
  )
    .addHelpText(
      'after',
      '\nVersions that have been compared are not compared again. Exit codes: 0 everything is stored, 1 a document has errors, 2 usage error, or a version that cannot be read, 3 internal error.',
    )
    .action(async (documents, options) => {
      const { runHistory } = await import('./history.ts');
      code = await runHistory(rootOf(options), withDocuments(documents, options));
    });
  command(
    program,
    'generate',
    'Generates the pages of the reference, which "build" and "start" turn into a site.',
  ).action(async (documents, options) => {
    const { runGenerate } = await import('./generate.ts');
    code = await runGenerate(rootOf(options), withDocuments(documents, options));
  });
  command(
    program,
    'build',
    'Builds a static site: that in this folder, or one that consists of the named documents.',
  )
    .option('--out-dir <folder>', 'output folder of the site', 'build')
    .option(
      '--locale <code...>',
      'languages of the site, default language first (default: as configured)',
    )
    .option('--force', 'build all of the site, even if nothing has changed since the last build')
    .option(...SITE_URL)
    .action(async (documents, given) => {
      const options = withDocuments(documents, given);
      const { runBuild } = await import('./build.ts');
      code = await inSite('build', rootOf(options), options.document ?? [], (root) =>
        runBuild(root, options),
      );
    });
  command(
    program,
    'coverage',
    'Measures how much of the documents is in the static HTML of a built site, or in its Markdown.',
  )
    .option('--site <folder>', 'the built site', 'build')
    .addOption(
      new Option('--format <format>', 'format of the report on stdout')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--markdown', 'look at the Markdown twins of the pages instead of their HTML')
    .option('--fail-under <percent>', 'exit with code 1 if less is shown', percent)
    .addHelpText('after', COVERAGE_HELP)
    .action(async (documents, options) => {
      const { runCoverage } = await import('./coverage.ts');
      code = await runCoverage(rootOf(options), withDocuments(documents, options));
    });
  command(
    program,
    'start',
    'Starts a development server, whose pages follow each change of a document.',
  )
    .option('--port <number>', 'port of the server', '3000')
    .option('--host <name>', 'host of the server', 'localhost')
    .option('--no-open', 'do not open a browser')
    .option('--locale <code>', 'language of the site (default: the first one configured)')
    .option(...SITE_URL)
    .action(async (documents, given) => {
      const options = withDocuments(documents, given);
      const { runStart } = await import('./start.ts');
      code = await inSite('start', rootOf(options), options.document ?? [], (root) =>
        runStart(root, options),
      );
    });
  program
    .command('serve')
    .description('Serves a built site; other options go to "docusaurus serve".')
    .option(...SITE_DIR)
    .option('--dir <folder>', 'the built site', 'build')
    .option(...SITE_URL)
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async ({ dir, ...options }, { args }) => {
      const { runServe } = await import('./serve.ts');
      code = await inSite('serve', rootOf(options), [], (root) => runServe(root, dir, args));
    });
  deployCommand(program).action(async (options) => {
    const { runDeployPlan } = await import('./deploy-plan.ts');
    code = await runDeployPlan(options);
  });
  program
    .command('mcp')
    .description(
      'Lets AI agents search and read a built site: an MCP server (Model Context Protocol) over stdin and stdout.',
    )
    .argument('[site]', 'folder of a built site, or URL of a published one', 'build')
    .option('--port <number>', 'listen on this port of the machine instead (streamable HTTP)', port)
    .addHelpText('after', MCP_HELP)
    .action(async (site, options) => {
      const { runMcp } = await import('./mcp.ts');
      code = await runMcp(site, options);
    });
  program
    .command('create')
    .description('Writes a small site to own: its configuration, a guide, and the documents.')
    .argument('[folder]', 'a new or empty folder', 'api-reference')
    .option('--document <path or URL...>', 'its documents, which are copied (default: an example)')
    .option('--offline', 'read nothing from the network')
    .action(async (folder, options) => {
      const { runCreate } = await import('./create.ts');
      code = await runCreate(folder, options);
    });
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has reported the error; requested help is not an error.
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
  return code;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    if (error instanceof Interrupted) {
      // No pending work is needed anymore.
      process.exit(error.exitCode);
    }
    reportInternalError(error);
    process.exitCode = EXIT.internalError;
  },
);
