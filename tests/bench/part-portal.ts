import fs from 'node:fs';
import path from 'node:path';
import { realDocuments } from '../support/documents.ts';
import type { Context } from './context.ts';
import { step } from './log.ts';
import { copyOurs, ours } from './ours.ts';
import { folderSize, GzipSizes, gzipSize } from './page-bytes.ts';
import { tellRun } from './part-authentik.ts';
import type { PartData, PortalRun } from './results.ts';
import { coldRun } from './site.ts';

/** An entry of `openapi/apis.ts`. */
export interface PortalApi {
  readonly id: string;
  readonly document: string;
  readonly group: string;
}

/** Builds sites of many APIs, from documents that others wrote, and looks at what grows with their number. */
export async function runPortal(
  { apis: counts, limits }: Pick<Context, 'apis' | 'limits'>,
  save: (data: PartData['portal']) => void,
): Promise<PartData['portal']> {
  await step('copying our site', async () => copyOurs());
  const results: PortalRun[] = [];
  for (const count of counts) {
    const apis = portalApis(count);
    fs.writeFileSync(
      path.join(ours.folder, 'openapi/apis.ts'),
      `export default ${JSON.stringify(apis, null, 2)};\n`,
    );
    // As the list of APIs is the site's own, no document is named.
    const document = { id: `portal-${count}`, file: '', isDefault: true };
    const run = await step(`${count} APIs`, () => coldRun(ours, document, [], limits), tellRun);
    const documents = new Set(apis.map((api) => api.document)).size;
    const first = apis[0]?.id ?? '';
    results.push({
      apis: count,
      documents,
      run,
      ...(run.failure === undefined && portalSizes(ours.output, first)),
    });
    save(results);
  }
  return results;
}

/** The real documents of the tests, each as many times as it takes, under ids of their own. */
export function portalApis(count: number, documents = realDocuments()): PortalApi[] {
  return Array.from({ length: count }, (_, at) => {
    const { id, document } = documents[at % documents.length] ?? { id: '', document: '' };
    const round = Math.floor(at / documents.length) + 1;
    const [, major, minor] = /^(\d)-(\d)-/.exec(id) ?? [];
    return {
      id: round === 1 ? id : `${id}-copy-${round}`,
      document,
      group: major === undefined ? 'Others' : `OpenAPI ${major}.${minor}`,
    };
  });
}

/**
 * What a built site of many APIs consists of.
 *
 * @param api Id of one of them.
 */
export function portalSizes(
  folder: string,
  api: string,
): Omit<PortalRun, 'apis' | 'documents' | 'run'> {
  const size = (file: string): number => gzipSize(fs.readFileSync(path.join(folder, file)));
  const html = fs.readFileSync(path.join(folder, 'reference', api, 'index.html'), 'utf8');
  const named = / data-app="?([^">]*)/.exec(html)?.[1]?.split(' ') ?? [];
  const scripts = named.filter((address) => address.endsWith('.js'));
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return {
    pages: files.filter((file) => path.basename(file) === 'index.html').length,
    output: folderSize(folder),
    app: {
      bytes: scripts.reduce((sum, file) => sum + fs.statSync(path.join(folder, file)).size, 0),
      gzip: new GzipSizes(folder).sum(scripts),
    },
    list: size('reference/index.html'),
    search: size('search.json'),
  };
}
