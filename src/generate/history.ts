import path from 'node:path';
import { judgeChanges } from '../changes/rules/judge.ts';
import { HistoryError } from '../history/check.ts';
import { defaultFolder, readStored } from '../history/read.ts';
import type { Step } from '../history/releases.ts';
import { defined } from '../json/guards.ts';
import { type ApiConfig, ConfigError } from './config.ts';
import type { Inputs } from './input-key.ts';

/** What has changed in an API, as it is stored. */
export interface StoredSteps {
  /** The newest first. */
  readonly steps: readonly Step[];
  /** The files with it, those that are not there as well. */
  readonly inputs: Inputs;
}

/** Absolute path of the folder with what has changed in an API. */
export function historyFolder(root: string, id: string, { history }: ApiConfig): string {
  return path.resolve(root, history?.changes ?? defaultFolder(id));
}

/**
 * Reads what has changed in an API that has the option, and judges it by the rules of today.
 *
 * @throws ConfigError for files that cannot be used.
 */
export async function readSteps(root: string, id: string, config: ApiConfig): Promise<StoredSteps> {
  if (!config.history) return { steps: [], inputs: new Map() };
  try {
    const stored = await readStored(historyFolder(root, id, config), root);
    const steps = stored.versions.flatMap(({ version, date }) => {
      const step = stored.steps.get(version);
      if (!step) return [];
      const changes = judgeChanges(step.changes, { levels: config.changeLevels });
      return [{ version, ...defined({ date }), previous: step.from, changes, pages: step.pages }];
    });
    return { steps, inputs: stored.files };
  } catch (error) {
    if (error instanceof HistoryError) throw new ConfigError(error.message);
    throw error;
  }
}
