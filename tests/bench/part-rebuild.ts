import fs from 'node:fs';
import path from 'node:path';
import { differences } from '../support/tree.ts';
import { connectedDocument } from './connected.ts';
import { type Context, SITES } from './context.ts';
import { type JsonObject, object } from './json.ts';
import { step } from './log.ts';
import type { Measured } from './measure.ts';
import { operationsOf } from './operations.ts';
import { copyOurs, inLanguages, ours } from './ours.ts';
import { DOCUMENTS, WORK } from './paths.ts';
import type { PartData, Rebuild } from './results.ts';
import { type BenchDocument, clean, coldRun, describeEnd, runCommand, type Site } from './site.ts';
import { installStock } from './stock.ts';
import { syntheticDocument } from './synthetic.ts';

/** Where the site that was built with caches is kept, to compare it with one without. */
const WARM = path.join(WORK, 'warm');

/**
 * What a change costs, what a further language does, and what small and connected documents do.
 *
 * @param save Gets what there is after each document: stock may take its whole time for a connected one.
 */
export async function runRebuild(
  context: Context,
  save: (data: PartData['rebuild']) => void,
): Promise<PartData['rebuild']> {
  await step('copying our site', async () => copyOurs());
  await step('installing the stock plugin and theme', async () => installStock());
  const { changed, connected } = context;
  const rows = await runChanges(syntheticDocument(changed), `${changed} operations`, context);
  const others: [string, JsonObject][] = [
    ['3 operations', syntheticDocument(3)],
    ...connected.map(([connection, size]): [string, JsonObject] => [
      `${connection} of ${size} schemas`,
      connectedDocument(connection, size),
    ]),
  ];
  for (const [name, document] of others) {
    save(rows);
    rows.push({ document: name, what: 'from nothing', ...(await both(name, document, context)) });
  }
  return rows;
}

/** A document is built from nothing and in two languages; then one of its properties changes, and then nothing. */
async function runChanges(
  document: JsonObject,
  name: string,
  context: Context,
): Promise<Rebuild[]> {
  const fresh = await both(name, document, context);
  const changed = withChange(document);
  const row = (what: string, rest: Partial<Rebuild>): Rebuild => ({
    document: name,
    what,
    base: fresh.ours?.seconds,
    ...rest,
  });
  const warm = write(name, document);
  // Our caches are those of the site that is there now.
  await again(SITES.ours, warm, 'rebuild-first', context, true);
  write(name, changed);
  const oneChanged = await again(SITES.ours, warm, 'rebuild-changed', context);
  fs.rmSync(WARM, { recursive: true, force: true });
  fs.cpSync(ours.output, WARM, { recursive: true });
  const unchanged = await again(SITES.ours, warm, 'rebuild-unchanged', context);
  const two = await again(inLanguages(['en', 'de']), warm, 'rebuild-languages', context, true);
  const cold = await again(SITES.ours, warm, 'rebuild-cold', context, true);
  const same = differences(WARM, ours.output).length === 0;
  const stock = await again(SITES.stock, warm, 'rebuild-stock', context);
  return [
    { document: name, what: 'from nothing', ...fresh },
    row('one property changed, without caches', { ours: cold }),
    row('one property changed, with caches', { ours: oneChanged, stock, same }),
    row('nothing changed', { ours: unchanged }),
    row('two languages', { ours: two }),
  ];
}

/** Both sites, from nothing: generate and build as one. */
async function both(
  name: string,
  content: JsonObject,
  context: Context,
): Promise<Pick<Rebuild, 'ours' | 'stock'>> {
  const document = write(name, content);
  const pages = operationsOf(content).map(({ page }) => page);
  const run = async (site: Site): Promise<Measured> => {
    const { generate, build, failure } = await coldRun(site, document, pages, context.limits);
    return {
      ...generate,
      seconds: generate.seconds + (build?.seconds ?? 0),
      peakMemory: Math.max(generate.peakMemory, build?.peakMemory ?? 0),
      ...(failure && { ended: 'failed', reason: failure }),
    };
  };
  return {
    ours: await step(`ours: ${name}`, () => run(SITES.ours), tell),
    stock: await step(`stock: ${name}`, () => run(SITES.stock), tell),
  };
}

/** Generates and builds with what is there, or from nothing. */
function again(
  site: Site,
  document: BenchDocument,
  log: string,
  { limits }: Context,
  isCold = false,
): Promise<Measured> {
  if (isCold) clean(site);
  const run = async (): Promise<Measured> => {
    // The stock plugin never writes a page that is there; our build generates by itself.
    for (const folder of site.written ?? [])
      fs.rmSync(path.join(site.folder, folder), { recursive: true, force: true });
    const generate = site.written
      ? await runCommand(site, site.generate(document), `${log}-generate`, limits, 'default')
      : undefined;
    const build = await runCommand(site, site.build(document), log, limits, 'default');
    return { ...build, seconds: build.seconds + (generate?.seconds ?? 0) };
  };
  return step(`${site.name}: ${log}`, run, tell);
}

function tell(measured: Measured): string {
  const { seconds, peakMemory, ended } = measured;
  if (ended !== 'done') return describeEnd(measured);
  return `${seconds.toFixed(1)} s, ${(peakMemory / 1e9).toFixed(2)} GB`;
}

function write(name: string, content: JsonObject): BenchDocument {
  const file = path.join(DOCUMENTS, `${name.replaceAll(' ', '-')}.json`);
  fs.mkdirSync(DOCUMENTS, { recursive: true });
  fs.writeFileSync(file, JSON.stringify(content, undefined, 2));
  return { id: 'synthetic', file, isDefault: false };
}

/** The document with another description of one property. */
export function withChange(document: JsonObject): JsonObject {
  const changed: JsonObject = structuredClone(document);
  const schemas = object(object(changed.components).schemas);
  const properties = Object.values(schemas).map((schema) => object(object(schema).properties));
  // Of the last resource, which no other one refers to.
  const property = properties.map(({ id }) => object(id)).findLast(({ readOnly }) => readOnly);
  if (!property) throw new Error('The document has no such property.');
  Object.assign(property, { description: 'Changed by the benchmark.' });
  return changed;
}
