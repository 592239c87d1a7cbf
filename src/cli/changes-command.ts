import { type Command, Option } from 'commander';
import type { ChangesOptions } from './changes.ts';

const CHANGES_HELP = `
Sources:
  openapi/shop.yaml              a file
  https://example.com/api.yaml   a URL
  HEAD~1:openapi/shop.yaml       a file in a git revision; its path is from the root of the repository
  npm:@acme/api@1.2.3            a version of an npm package; with a file, npm:@acme/api@1.2.3:openapi.yaml

Exit codes: 0 no such changes, 1 changes of the level in --fail-on, 2 usage error or unreadable document,
3 internal error.`;

/** The command `changes` with its options, without what it does. */
export function changesCommand(program: Command) {
  return program
    .command('changes')
    .description(
      'Compares two versions of a document, and reports what changed and what breaks clients. Writes nothing.',
    )
    .option('--from <source>', 'the earlier document (default: that of the last commit)')
    .option('--to <source>', 'the later document (default: the documents of the site)')
    .addOption(
      new Option('--format <format>', 'format of the report on stdout')
        .choices([
          'text',
          'json',
          'markdown',
          'github',
          'sarif',
        ] satisfies ChangesOptions['format'][])
        .default('text'),
    )
    .addOption(
      new Option('--fail-on <level>', 'lowest level that causes exit code 1')
        .choices(['breaking', 'warning', 'info', 'never'] satisfies ChangesOptions['failOn'][])
        .default('breaking'),
    )
    .option('--accepted <file>', 'changes that are accepted (default: beside the document)')
    .option('--ref-folder <path...>', 'folders or files that the $refs of both documents may read')
    .option('--ref-host <host...>', 'hosts that the $refs of both documents may read')
    .option('--offline', 'read nothing from the network')
    .option('--rules', 'only list the rules, which the options of an API configure')
    .addHelpText('after', CHANGES_HELP);
}
