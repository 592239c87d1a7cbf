import { ConfigError } from '../generate/config.ts';
import { WriteError } from '../generate/files.ts';
import type { Holder } from '../generate/holder.ts';
import { LockedError, shown } from '../generate/lock.ts';
import { FileInTheWay } from '../generate/write.ts';
import { ArtifactError } from '../site/shards/artifact.ts';
import { EXIT } from './exit.ts';

/** Errors reported by message only, with their exit codes. */
const EXPECTED = [
  [ConfigError, EXIT.usage],
  [FileInTheWay, EXIT.problems],
  [ArtifactError, EXIT.problems],
  [WriteError, EXIT.usage],
  [LockedError, EXIT.usage],
] as const;

/** Message and exit code of an expected error; undefined for an internal error. */
export function expectedError(error: unknown): { message: string; code: number } | undefined {
  const [, code] = EXPECTED.find(([kind]) => error instanceof kind) ?? [];
  return code === undefined ? undefined : { message: (error as Error).message, code };
}

/** Reports which run this one waits for: it may take minutes. */
export function reportWait(holder: Holder): void {
  console.error(`Waiting for ${shown(holder)} to finish.`);
}
