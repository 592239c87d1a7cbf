import fs from 'node:fs';
import path from 'node:path';
import YAML from 'yaml';
import type { Connection } from './connected.ts';
import { type JsonObject, object } from './json.ts';
import type { Limits } from './measure.ts';
import { type Operation, operationsOf } from './operations.ts';
import { ours } from './ours.ts';
import { BUILT, ROOT } from './paths.ts';
import type { BenchDocument, Site, SiteName } from './site.ts';
import { stock } from './stock.ts';

/** How thorough a run of the benchmark is. */
export interface Context {
  readonly quick: boolean;
  /** Runs of builds. */
  readonly runs: number;
  /** Runs of visits on the slow phone, and of Lighthouse. */
  readonly visits: number;
  readonly scores: number;
  /** Pages that a browser looks at for the bytes after the first intent. */
  readonly sample: number;
  /** Numbers of operations of the synthetic documents. */
  readonly sizes: readonly number[];
  /** Those of documents that are built in shards. */
  readonly divided: readonly number[];
  /** Operations of the document that is built again after a change. */
  readonly changed: number;
  /** Documents of schemas that refer to one another, with the number of schemas. */
  readonly connected: readonly (readonly [Connection, number])[];
  /** Numbers of APIs of the sites with many. */
  readonly apis: readonly number[];
  /** Whether the part "search" measures other searches too. */
  readonly others: boolean;
  readonly limits: Limits;
}

export const SITES: Readonly<Record<SiteName, Site>> = { ours, stock };

/** authentik's document, which is the default of our site. */
export const AUTHENTIK: BenchDocument = {
  id: 'authentik',
  file: path.join(ROOT, 'node_modules/@goauthentik/api/schema.yml'),
  isDefault: true,
};

let authentik: JsonObject | undefined;

export function authentikDocument(): JsonObject {
  authentik ??= object(YAML.parse(fs.readFileSync(AUTHENTIK.file, 'utf8')));
  return authentik;
}

export function authentikOperations(): Operation[] {
  return operationsOf(authentikDocument());
}

/** A site of authentik that an earlier part has built. */
export interface BuiltSite {
  readonly site: Site;
  readonly folder: string;
  /** Name of the file of an operation's page. */
  page(name: string): string;
}

/** The built sites of authentik that there are. */
export function builtSites(): BuiltSite[] {
  return Object.values(SITES)
    .map((site) => ({
      site,
      folder: builtFolder(site.name),
      page: (name: string) => site.page(AUTHENTIK, name),
    }))
    .filter(({ folder }) => fs.existsSync(folder));
}

export function builtFolder(name: SiteName): string {
  return path.join(BUILT, name);
}
