import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type LoadInput, loadDocument } from '../../src/document/load.ts';
import { buildPage } from '../../src/model/page/build-page.ts';
import type { OperationModel } from '../../src/model/page/page.ts';
import type { SchemaNode } from '../../src/model/schema/schema.ts';
import { planPages } from '../../src/slices/plan.ts';
import { buildSlices } from '../../src/slices/slices.ts';
import { step } from './log.ts';
import { type Limits, measure } from './measure.ts';
import { LOGS, ROOT, WORK } from './paths.ts';
import { describeEnd } from './site.ts';
import { npmEnvironment } from './stock.ts';

const TEMPLATE = path.join(ROOT, 'tests', 'bench', 'local-search');

/** Plain Docusaurus with `@easyops-cn/docusaurus-search-local`, on pages that hold what it is to find. */
export const LOCAL = {
  folder: path.join(WORK, 'local-search'),
  output: path.join(WORK, 'local-search', 'build'),
} as const;

/**
 * Copies the template and installs its packages, where that has not been done.
 *
 * @throws where npm does not succeed.
 */
export function installLocal(): void {
  const installed = path.join(LOCAL.folder, 'installed.json');
  const wanted = fs.readFileSync(path.join(TEMPLATE, 'package.json'), 'utf8');
  fs.cpSync(TEMPLATE, LOCAL.folder, { recursive: true });
  if (fs.existsSync(installed) && fs.readFileSync(installed, 'utf8') === wanted) return;
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: LOCAL.folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: npmEnvironment(),
  });
  if (status !== 0) throw new Error('npm could not install the local search');
  fs.writeFileSync(installed, wanted);
}

/** The page of an operation on a plain site: what it is called, and lines of what it is about. */
export interface PlainPage {
  readonly id: string;
  /** `GET /users`. */
  readonly operation: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** A page for each operation of a document, with the names and descriptions of its parameters and of its bodies. */
export async function plainPages(input: Omit<LoadInput, 'cwd'>): Promise<PlainPage[]> {
  const { document } = await loadDocument({ ...input, cwd: ROOT });
  if (!document) throw new Error(`${input.document} cannot be loaded`);
  const { plan } = planPages(document, 'api', {});
  const pages: PlainPage[] = [];
  for (const { page, json } of buildSlices(document, plan)) {
    const model = buildPage(JSON.parse(json));
    if (model.kind !== 'operation') continue;
    const { title, method, path: address } = model;
    pages.push({
      id: page.id,
      operation: `${method} ${address}`,
      title,
      lines: linesOf(model),
    });
  }
  return pages;
}

/**
 * Writes pages as Markdown, and builds the site.
 *
 * @returns why there is no site; undefined where there is one.
 */
export async function buildLocal(
  pages: readonly PlainPage[],
  limits: Limits,
): Promise<string | undefined> {
  const docs = path.join(LOCAL.folder, 'docs');
  for (const name of [docs, LOCAL.output, path.join(LOCAL.folder, '.docusaurus')])
    fs.rmSync(name, { recursive: true, force: true });
  fs.mkdirSync(docs, { recursive: true });
  fs.writeFileSync(path.join(docs, 'index.md'), '---\nslug: /\n---\n\n# Reference\n');
  for (const { id, title, lines } of pages) {
    const text = [`# ${escaped(title)}`, ...lines.map(escaped)].join('\n\n');
    fs.writeFileSync(path.join(docs, `${id}.md`), text);
  }
  const result = await step('local search: build', () =>
    measure(
      {
        args: ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build'],
        cwd: LOCAL.folder,
        env: {},
        log: path.join(LOGS, 'local-search.log'),
      },
      limits,
    ),
  );
  return result.ended === 'done' ? undefined : describeEnd(result);
}

function linesOf(model: OperationModel): string[] {
  const { method, path: address, operationId = '', description = '', parameters } = model;
  const bodies = [
    ...(model.requestBody?.content ?? []),
    ...model.responses.flatMap((one) => one.content),
  ];
  return [
    `${method} ${address}`,
    operationId,
    description,
    ...parameters
      .flatMap((group) => group.parameters)
      .map(({ name, description: about = '' }) => `${name} ${about}`),
    ...bodies.flatMap(({ schema }) => (schema ? fieldsOf(schema) : [])),
  ];
}

function fieldsOf(node: SchemaNode): string[] {
  return [
    ...node.properties.flatMap(({ name, schema }) => [
      `${name} ${schema.description ?? ''}`,
      ...fieldsOf(schema),
    ]),
    ...(node.choices?.options ?? []).flatMap(({ schema }) => fieldsOf(schema)),
  ];
}

/** As text on one line, whatever a document writes. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!<>&|~:]/g, '\\$&');
}
