import { headersOf } from '../kinds.ts';
import { type DeployPlan, STEPS, type Step } from '../plan.ts';

/** A plan as JSON, for a program that uploads: with what a host needs to know about each file. */
export function jsonPlan(plan: DeployPlan): string {
  const steps = (Object.keys(STEPS) as Step[]).map((name) => ({
    name,
    uploads: plan.uploads[name].map(({ path, kind, isNew, sha256, bytes }) => ({
      path,
      kind,
      isNew,
      sha256,
      bytes,
      ...headersOf(path, kind),
    })),
  }));
  const { removals, emptyFolders, kept, unchanged, notes } = plan;
  const value = {
    version: 1,
    steps,
    removals: removals.map(({ path }) => path),
    emptyFolders,
    kept: kept.map(({ path, deployments }) => ({ path, deployments })),
    unchanged: unchanged.length,
    notes,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
