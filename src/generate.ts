/** Generation as a function, for programs: what the command `generate` does. */

export type { ApiConfig } from './generate/config.ts';
export { ConfigError } from './generate/config.ts';
export { WriteError } from './generate/files.ts';
export { type GenerateOptions, type GenerateResult, generate } from './generate/generate.ts';
export { LockedError } from './generate/lock.ts';
export { FileInTheWay } from './generate/write.ts';
export type { Problem } from './problems/problem.ts';
