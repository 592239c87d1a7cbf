import path from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { REPORTERS } from '../problems/reporters.ts';
import type { DocumentOptions } from './apis.ts';
import { changesCommand } from './changes-command.ts';
import { deployCommand } from './deploy-command.ts';
import { EXIT } from './exit.ts';
import { inSite } from './in-site.ts';
import { reportInternalError } from './internal-error.ts';
import { percent, port } from './option-values.ts';
import { documentCommand, LOCALE, SITE_DIR, SITE_URL } from './options.ts';
import {
  BUNDLE,
  BUNDLE_FOLDER,
  mergeCommand,
  PART_EXITS,
  SHARD,
  SHARD_FOLDER,
  SHARD_HELP,
} from './part-commands.ts';
import { Interrupted } from './processes.ts';

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

/** Options of a command, with the documents among its arguments. */
function withDocuments<Options extends DocumentOptions>(
  documents: readonly string[],
  options: Options,
): Options {
  const all = [...documents, ...(options.document ?? [])];
  return all.length > 0 ? { ...options, document: all } : options;
}

/** Loads only the code of the command that is run: all of it takes a second. */
async function main(): Promise<number> {
  let code: number = EXIT.ok;
  const program = new Command('docusaurus-openapi-reference')
    .description('Turns OpenAPI documents into a static API reference.')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();
  documentCommand(
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
  documentCommand(
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
  documentCommand(
    program,
    'generate',
    'Generates the pages of the reference, which "build" and "start" turn into a site.',
  ).action(async (documents, options) => {
    const { runGenerate } = await import('./generate.ts');
    code = await runGenerate(rootOf(options), withDocuments(documents, options));
  });
  documentCommand(
    program,
    'build',
    'Builds a static site: that in this folder, or one that consists of the named documents.',
  )
    .option('--out-dir <folder>', `output folder (default: build; of a shard, ${SHARD_FOLDER})`)
    .option(...LOCALE)
    .option('--force', 'build all of the site, even if nothing has changed since the last build')
    .option(...SITE_URL)
    .option(...SHARD)
    .option(...BUNDLE)
    .addHelpText('after', SHARD_HELP)
    .action(async (documents, given, command) => {
      if (given.bundle !== undefined && !given.shard)
        command.error("error: option '--bundle <folder>' requires '--shard <number/count>'");
      const { outDir = 'build', ...options } = withDocuments(documents, given);
      const base = rootOf(options);
      code = await inSite('build', base, options.document ?? [], async (root) => {
        if (options.shard) {
          const { runShard } = await import('./shard.ts');
          return runShard(root, { ...options, outDir: given.outDir }, base);
        }
        const { runBuild } = await import('./build.ts');
        return runBuild(root, { ...options, outDir });
      });
    });
  documentCommand(
    program,
    'bundle',
    'Bundles the site, for "build --shard" and "merge" on other machines.',
  )
    .option('--out-dir <folder>', `output folder (default: ${BUNDLE_FOLDER})`)
    .option(...LOCALE)
    .option(...SITE_URL)
    .addHelpText('after', PART_EXITS)
    .action(async (documents, given) => {
      const options = withDocuments(documents, given);
      const base = rootOf(options);
      const { runBundle } = await import('./bundle.ts');
      code = await inSite('build', base, options.document ?? [], (root) =>
        runBundle(root, options, base),
      );
    });
  mergeCommand(program).action(async (folders, options) => {
    const base = rootOf(options);
    const { runMerge } = await import('./merge.ts');
    code = await inSite('build', base, options.document ?? [], (root) =>
      runMerge(root, folders, options, base),
    );
  });
  documentCommand(
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
  documentCommand(
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
