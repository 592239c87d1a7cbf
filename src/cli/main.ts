import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { runBuild } from './build.ts';
import { EXIT } from './exit.ts';
import { runGenerate } from './generate.ts';
import { runStart } from './start.ts';

/** The project's folder; commands work from anywhere. */
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const DOCUMENT_OPTIONS: [string, string][] = [
  [
    '--document <path or URL>',
    'build for this OpenAPI document instead of the APIs in openapi/apis.ts',
  ],
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
    console.error(error);
    console.error(
      '\nThis is a fault of the generator, not of your document. Please report it with the lines above.',
    );
    process.exitCode = EXIT.fault;
  },
);
