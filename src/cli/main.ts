import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { pageHref } from '../address/address.ts';
import { REPORTERS } from '../problems/reporters.ts';
import { runBuild } from './build.ts';
import { FAIL_ON, runCheck } from './check.ts';
import { COVERAGE_FORMATS, runCoverage } from './coverage.ts';
import { EXIT } from './exit.ts';
import { tellFault } from './fault.ts';
import { runGenerate } from './generate.ts';
import { Interrupted } from './processes.ts';
import { runServe } from './serve.ts';
import { runStart } from './start.ts';

/** The project's folder; commands work from anywhere. */
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const DOCUMENT_OPTIONS: [string, string][] = [
  ['--document <path or URL>', 'this OpenAPI document instead of the APIs in openapi/apis.ts'],
  [
    '--id <id>',
    `id of that API in addresses, ${pageHref({ api: '<id>' })}... (default: made from its title)`,
  ],
  ['--label <text>', 'name of that API in the navigation (default: its title)'],
  ['--overlay <path...>', 'OpenAPI Overlays to apply to that document, in order'],
  [
    '--ref-folder <path...>',
    'folders (or single files) besides its own that the $refs of that document may read',
  ],
  [
    '--ref-host <host...>',
    'hosts that the $refs of that document may read, such as localhost:8080',
  ],
  ['--offline', 'read nothing from the network'],
];

const COVERAGE_HELP = `
Facts are looked up as text: those of a property or parameter in its own entry, those of a response
in its panel, all others on their page. So a short value can be met where another one was meant.
Labels are looked up in English.

Exit codes: 0 enough is shown, 1 less than --fail-under, 2 wrong usage, a document that cannot be
read, or no site that was built from it, 3 a fault of ours.`;

function percent(value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && number >= 0 && number <= 100) return number;
  throw new InvalidArgumentError('It must be a number from 0 to 100.');
}

function command(program: Command, name: string, description: string): Command {
  const made = program.command(name).description(description);
  for (const [flags, text] of DOCUMENT_OPTIONS) made.option(flags, text);
  return made;
}

async function main(): Promise<number> {
  let code: number = EXIT.ok;
  const program = new Command('openapi-reference')
    .description('Turns OpenAPI documents into a static API reference.')
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();
  command(
    program,
    'check',
    'Says what is wrong with the documents: what, where, and how to mend it. Writes nothing.',
  )
    .addOption(
      new Option('--format <format>', 'form of the report on stdout')
        .choices(Object.keys(REPORTERS))
        .default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'least severity that gives exit code 1')
        .choices(FAIL_ON)
        .default('warning'),
    )
    .option('--rules', 'only list the rules; openapi/apis.ts switches them')
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing that bad, 1 problems, 2 wrong usage or a document that cannot be read, 3 a fault of ours.',
    )
    .action(async (options) => {
      code = await runCheck(ROOT, options);
    });
  command(
    program,
    'generate',
    'Writes the pages of the reference, which "build" and "start" turn into a site.',
  ).action(async (options) => {
    code = await runGenerate(ROOT, options);
  });
  command(
    program,
    'build',
    'Builds the static site: generates the pages, then lets Docusaurus render them.',
  )
    .option('--out-dir <folder>', 'where the site goes', 'build')
    .option('--locale <code...>', 'languages of the site, its own first (default: as configured)')
    .action(async (options) => {
      code = await runBuild(ROOT, options);
    });
  command(
    program,
    'coverage',
    'Says how much of what the documents say stands in the static HTML of a built site.',
  )
    .option('--site <folder>', 'the built site', 'build')
    .addOption(
      new Option('--format <format>', 'form of the report on stdout')
        .choices(COVERAGE_FORMATS)
        .default('text'),
    )
    .option('--fail-under <percent>', 'give exit code 1 if less is shown', percent)
    .addHelpText('after', COVERAGE_HELP)
    .action(async (options) => {
      code = await runCoverage(ROOT, options);
    });
  command(
    program,
    'start',
    'Starts the development server, and generates again when a document changes.',
  )
    .option('--port <number>', 'port of the server', '3000')
    .option('--host <name>', 'host of the server', 'localhost')
    .option('--no-open', 'do not open a browser')
    .option('--locale <code>', 'language of the site (default: the first one configured)')
    .action(async (options) => {
      code = await runStart(ROOT, options);
    });
  program
    .command('serve')
    .description('Serves a built site; other options go to "docusaurus serve".')
    .option('--dir <folder>', 'the built site', 'build')
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async ({ dir }, { args }) => {
      code = await runServe(ROOT, dir, args);
    });
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has said what is wrong; help that was asked for is no mistake.
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
      // Nothing that is still going on is of use.
      process.exit(error.exitCode);
    }
    tellFault(error);
    process.exitCode = EXIT.fault;
  },
);
