import fs from 'node:fs';
import type { LoadedVersion } from '@docusaurus/plugin-content-docs';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { pagePath } from '../address/address.ts';
import type { PageGuide, PageGuides } from '../client/app/page-guides.ts';
import { append } from '../json/append.ts';
import { linkedBy, nodesOf } from './guide-references.ts';
import type { Found, GuideNames, Mistake, PageNames } from './page-names.ts';

/** What Docusaurus knows about a guide. */
export type Guide = Pick<LoadedVersion['docs'][number], 'source' | 'title' | 'permalink'>;

const parser = unified().use(remarkParse);

/**
 * Which guides refer to the pages of operations, in the order of the guides. Broken references are not reported here:
 * see `Guides`.
 */
export function pageGuides(
  guides: readonly Guide[],
  names: PageNames,
  siteDir: string,
): PageGuides {
  const found = new Map<string, PageGuide[]>();
  for (const { source, title, permalink } of guides) {
    const file = source.replace('@site', () => siteDir);
    const operations = operationsIn(fs.readFileSync(file, 'utf8'), names.of(file));
    const paths = new Set(operations.map((one) => pagePath(one, one.page.id)));
    for (const page of paths) append(found, page, { title, href: permalink });
  }
  return Object.fromEntries(found);
}

/**
 * The operations that a guide embeds or links to. It is read as Markdown and not as MDX, which is faster, and keeps
 * elements as they are written.
 */
function operationsIn(text: string, names: GuideNames): Found[] {
  const tree = parser.parse(text.replaceAll(COMMENT, ''));
  return Array.from(nodesOf(tree)).flatMap(([node]) => {
    const targets =
      node.type === 'html' ? embedsIn(node.value, names) : [linkedBy(node, names)?.found];
    return targets.filter((one): one is Found => one !== undefined && isOperation(one));
  });
}

const COMMENT = /\{\/\*[\s\S]*?\*\/\}/g;
const EMBED = /<(?:Endpoint|Operation)\s([^>]*)>/g;
const ATTRIBUTE = /(\w+)=(?:"([^"]*)"|'([^']*)')/g;

function embedsIn(html: string, names: GuideNames): (Found | Mistake)[] {
  return Array.from(html.matchAll(EMBED), ([, attributes = '']) => {
    const { id = '', api } = Object.fromEntries(
      Array.from(attributes.matchAll(ATTRIBUTE), ([, name, ...values]) => [
        name,
        values.join('').trim(),
      ]),
    );
    return names.find('operation', id, api);
  });
}

function isOperation(found: Found | Mistake): boolean {
  return 'page' in found && (found.page.kind === 'operation' || found.page.kind === 'webhook');
}
