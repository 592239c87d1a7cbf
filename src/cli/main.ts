import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, Option } from 'commander';
import { REPORTERS } from '../problems/reporters.ts';
import { runBuild } from './build.ts';
import { FAIL_ON, runCheck } from './check.ts';
import { EXIT } from './exit.ts';
import { tellFault } from './fault.ts';
import { runGenerate } from './generate.ts';
import { runStart } from './start.ts';

/** The project's folder; commands work from anywhere. */
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const DOCUMENT_OPTIONS: [string, string][] = [
  ['--document <path or URL>', 'this OpenAPI document instead of the APIs in openapi/apis.ts'],
  ['--id <id>', 'id of that API in addresses, /reference/<id>/... (default: made from its title)'],
  ['--label <text>', 'name of that API in the navigation (default: its title)'],
  ['--overlay <path...>', 'OpenAPI Overlays to apply to that document, in order'],
  ['--ref-folder <path...>', 'folders besides its own that the $refs of that document may read'],
];

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
    .action(async (options) => {
      code = await runBuild(ROOT, options);
    });
  command(
    program,
    'start',
    'Starts the development server, and generates again when a document changes.',
  )
    .option('--port <number>', 'port of the server', '3000')
    .option('--host <name>', 'host of the server', 'localhost')
    .option('--no-open', 'do not open a browser')
    .action(async (options) => {
      code = await runStart(ROOT, options);
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
    tellFault(error);
    process.exitCode = EXIT.fault;
  },
);
