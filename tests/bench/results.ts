import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { QuestionFile, Success } from '../support/questions.ts';
import type { ChangesFigures } from './changes-probe.ts';
import type { Environment } from './environment.ts';
import type { Share, Shares } from './facts-share.ts';
import type { ScriptBytes } from './intent.ts';
import type { Scores } from './lighthouse.ts';
import type { Measured } from './measure.ts';
import type { PageBytes } from './page-bytes.ts';
import { DOCS, RESULTS, ROOT } from './paths.ts';
import type { SearchFigures } from './search-probe.ts';
import type { ColdRun, SiteName } from './site.ts';
import type { Visit } from './slow-phone.ts';
import type { Summary } from './statistics.ts';

export type { Share };

export const PARTS = [
  'authentik',
  'bytes',
  'facts',
  'phone',
  'lighthouse',
  'growth',
  'rebuild',
  'search',
  'changes',
  'portal',
  'shards',
] as const;
export type PartName = (typeof PARTS)[number];

/** Figures of each site; a site that could not be measured is absent. */
export type PerSite<T> = Readonly<Partial<Record<SiteName, T>>>;

/** Files and bytes of a built site. */
export interface OutputSize {
  readonly files: number;
  readonly bytes: number;
}

export interface SiteRuns {
  readonly runs: readonly ColdRun[];
  readonly output?: OutputSize;
  /** Why it was not run at all. */
  readonly skipped?: string;
}

/** A run after the first one, of our site. */
export interface Again extends Measured {
  /** Pages and data files that it wrote. */
  readonly written?: number;
  readonly unchanged?: number;
}

export interface GrowthRun {
  readonly run?: ColdRun;
  readonly output?: OutputSize;
  /** Bytes before a page can be read. */
  readonly bytes?: Summary;
  /** Scripts after the first intent. */
  readonly scripts?: Summary;
  readonly skipped?: string;
}

/** A build in a certain situation. */
export interface Rebuild {
  readonly document: string;
  readonly what: string;
  /** Seconds of our build from nothing, where they are the measure. */
  readonly base?: number;
  readonly ours?: Measured;
  readonly stock?: Measured;
  /** Whether our site has the same bytes as one that is built from nothing. */
  readonly same?: boolean;
}

/** A search of a site. */
export interface SearchRun extends Partial<SearchFigures> {
  /** All files of the index, as they are on disk. */
  readonly index?: OutputSize;
  /** Why there is no site to search. */
  readonly failure?: string;
}

/** What each part finds out. */
export interface PartData {
  readonly authentik: {
    readonly operations: number;
    readonly schemas: number;
    readonly sites: PerSite<SiteRuns>;
    readonly again?: {
      readonly unchanged: Again;
      readonly oneChanged: Again;
      /** From nothing, but without what changed from version to version. */
      readonly withoutChangelog?: ColdRun;
    };
  };
  readonly bytes: PerSite<{ readonly pages: PageBytes; readonly scripts: readonly ScriptBytes[] }>;
  readonly facts: PerSite<{
    readonly shares: Shares;
    /** The facts that are missed most often, with the number of pages that miss them. */
    readonly mostMissed: readonly (readonly [fact: string, pages: number])[];
  }>;
  readonly phone: readonly {
    readonly page: string;
    readonly markers: readonly string[];
    readonly visits: PerSite<Visit>;
    /** Our page with all of its scripts taken out, visited in turns with the page itself. */
    readonly withoutScripts?: Visit;
  }[];
  readonly lighthouse: readonly { readonly page: string; readonly scores: PerSite<Scores> }[];
  readonly growth: readonly {
    readonly operations: number;
    readonly sites: Readonly<Record<SiteName, GrowthRun>>;
  }[];
  readonly rebuild: readonly Rebuild[];
  readonly search: {
    readonly speed: readonly SearchSpeed[];
    readonly answers: readonly Answers[];
  };
  readonly changes: readonly ChangesRun[];
  readonly portal: readonly PortalRun[];
  readonly shards: readonly ShardsRun[];
}

/** A site that shards have rendered, one after the other on one machine. */
export interface ShardsRun {
  readonly document: string;
  readonly operations: number;
  readonly languages: number;
  readonly generate: Measured;
  /** These include looking for changes in the pages that are generated already. */
  readonly bundle: Measured;
  readonly shards: readonly RenderedShard[];
  readonly merge: Measured;
  /** The build of the site in one piece, of generated pages. */
  readonly alone?: Measured;
  /** Whether that has the same bytes. */
  readonly same?: boolean;
}

export interface RenderedShard extends Measured {
  readonly pages: number;
  /** Seconds that rendering took: the part that is divided. */
  readonly rendering: number;
}

/** A site of many APIs; what it consists of is absent if it was not built. */
export interface PortalRun {
  readonly apis: number;
  /** How many different documents they are made from. */
  readonly documents: number;
  readonly run: ColdRun;
  readonly pages?: number;
  readonly output?: OutputSize;
  /** The scripts of the app, in bytes. */
  readonly app?: { readonly bytes: number; readonly gzip: number };
  /** The page that lists all APIs, in bytes after gzip. */
  readonly list?: number;
  /** What the search loads first, in bytes after gzip. */
  readonly search?: number;
}

/** Two documents that were compared. */
export interface ChangesRun {
  readonly document: string;
  readonly operations: number;
  readonly what: string;
  readonly runs: readonly ChangesFigures[];
}

/** What searches of a document cost. */
export interface SearchSpeed {
  readonly document: string;
  readonly operations: number;
  readonly ours: SearchRun;
  /** Of `@easyops-cn/docusaurus-search-local`; absent where it was not measured. */
  readonly local?: SearchRun;
}

/** How well a search answers questions. */
export interface Answers extends Success {
  readonly search: 'ours' | 'pagefind' | 'local';
  readonly questions: QuestionFile;
  readonly count: number;
}

/** What a part left behind, kept until it runs again. */
export interface PartResult<P extends PartName = PartName> {
  readonly part: P;
  /** When it ended, ISO 8601. */
  readonly date: string;
  readonly quick: boolean;
  /** Runs that medians are of. */
  readonly runs: number;
  readonly seconds: number;
  readonly environment: Environment;
  readonly data?: PartData[P];
  readonly error?: string;
}

export type Results = { readonly [P in PartName]?: PartResult<P> };

/**
 * Keeps the result of a part; an earlier one of the same part goes. Results of quick runs have a
 * folder of their own: they shall not take the place of thorough ones.
 */
export function saveResult(result: PartResult): void {
  const folder = folderOf(result.quick);
  fs.mkdirSync(folder, { recursive: true });
  // Reasons of failures name files, and the report is for people elsewhere.
  const json = JSON.stringify(result, undefined, 2)
    .replaceAll(ROOT, '.')
    .replaceAll(os.tmpdir(), 'tmp');
  fs.writeFileSync(path.join(folder, `${result.part}.json`), `${json}\n`);
}

/**
 * The results of all parts that have run, whenever that was: those of a part that has not run in this checkout are the
 * published ones, which a report must not lose.
 */
export function readResults(quick: boolean): Results {
  const published = path.join(DOCS, 'benchmark.json');
  const known =
    quick || !fs.existsSync(published) ? {} : JSON.parse(fs.readFileSync(published, 'utf8'));
  const own = Object.fromEntries(
    PARTS.map((part) => [part, path.join(folderOf(quick), `${part}.json`)] as const)
      .filter(([, file]) => fs.existsSync(file))
      .map(([part, file]) => [part, JSON.parse(fs.readFileSync(file, 'utf8'))]),
  );
  return { ...known, ...own } as Results;
}

function folderOf(quick: boolean): string {
  return quick ? path.join(RESULTS, 'quick') : RESULTS;
}
