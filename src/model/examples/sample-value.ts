import { cached } from '../../json/cached.ts';
import { isObject } from '../../json/guards.ts';
import { countNodes, MAX_NODES } from './budget.ts';
import { TOP } from './place.ts';
import { Sampler, SMALLEST } from './sampler.ts';
import type { Sample, SampleContext, SampleOptions } from './sampling.ts';

/** Depths to try in turn, until the value is short enough for a reader. */
const DEPTHS = [6, 5, 4, 3, 2, 1, 0];

/**
 * An example generated from a schema, valid against it: the schema's own examples, default, constant or first
 * enum value if they are valid, or else a value based on name, type, format and constraints. Read-only properties
 * are left out of requests, write-only ones out of responses. Deep and recursive schemas are cut where they
 * allow it (an optional property, an empty list, `null`). If they allow it nowhere, require more than a page
 * can hold or contradict themselves, the value is cut anyway and not valid. Generated once per schema of a
 * page.
 */
export function sampleValue(
  schema: unknown,
  context: SampleContext,
  options: SampleOptions,
): Sample {
  if (!isObject(schema) || options.wanted?.size) return makeSample(schema, context, options);
  const { direction, fields = 'all', name = '' } = options;
  const known = cached(context.samples, schema, () => new Map<string, Sample>());
  return cached(known, `${direction} ${fields} ${name}`, () =>
    makeSample(schema, context, options),
  );
}

function makeSample(schema: unknown, context: SampleContext, options: SampleOptions): Sample {
  const budget = context.budget.share();
  // What these attempts have not used goes to the last ones.
  const tries = budget.half();
  const top = { ...TOP, name: options.name ?? '' };
  for (const depth of [...DEPTHS, SMALLEST]) {
    const part = depth === SMALLEST ? budget.half() : tries.half();
    const sampler = new Sampler(context, options, part, depth, false);
    const value = sampler.sample(schema, top);
    if (value !== undefined && countNodes(value) <= MAX_NODES)
      return sampler.finished(value, schema);
  }
  const sampler = new Sampler(context, options, budget, 3, true);
  return sampler.finished(sampler.sample(schema, top) ?? null, schema);
}
