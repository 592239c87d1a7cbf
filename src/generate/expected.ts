import { ConfigError } from './config.ts';
import { WriteError } from './files.ts';
import { LockedError } from './lock.ts';
import { FileInTheWay } from './write.ts';

/** Errors of a run whose messages are for people. */
const EXPECTED = [ConfigError, FileInTheWay, WriteError, LockedError];

/** The message of an error that people can do something about; undefined for an internal one. */
export function expectedMessage(error: unknown): string | undefined {
  return EXPECTED.some((kind) => error instanceof kind) ? (error as Error).message : undefined;
}
