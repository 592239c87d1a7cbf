import { type Command, InvalidArgumentError } from 'commander';
import { pageHref } from '../address/address.ts';
import { basePath, defaultPlace } from '../address/docs.ts';

/** The folder of the site. */
export const SITE_DIR = [
  '--site-dir <folder>',
  'folder of the site (default: the working folder)',
] as const;

/** What can be said about documents on the command line. */
export const DOCUMENT_OPTIONS: [string, string][] = [
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

/** A command for documents, or for the APIs of the site. */
export function documentCommand(program: Command, name: string, description: string): Command {
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

/** Where the site will be: the origin and the path that configurations read. */
function siteUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new InvalidArgumentError('It must be an address such as https://docs.example.com/api/.');
  process.env.SITE_URL = url.origin;
  process.env.BASE_URL = url.pathname.replace(/\/?$/, '/');
  return value;
}

/** The option for the address of the site. */
export const SITE_URL = [
  '--url <url>',
  'where the site will be (default: SITE_URL and BASE_URL in the environment, or at the root of any host)',
  siteUrl,
] as const;

/** The option for the languages of the site. */
export const LOCALE = [
  '--locale <code...>',
  'languages of the site, default language first (default: as configured)',
] as const;
