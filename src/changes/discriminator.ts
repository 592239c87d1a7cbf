import { type Comparison, type Here, wholeOf } from './comparison.ts';
import { compareLeaves, compareNamed } from './leaves.ts';
import { member, type Whole } from './view.ts';

/** Compares discriminators, OpenAPI 3.1 section 4.8.25. */
export function compareDiscriminators(
  comparison: Comparison,
  here: Here,
  before: Whole,
  after: Whole,
): void {
  const [old, now] = [member(before, 'discriminator'), member(after, 'discriminator')];
  if (old.value === undefined && now.value === undefined) return;
  if (old.value === undefined) {
    comparison.add(here, 'discriminator-added', { after: now });
    return;
  }
  if (now.value === undefined) {
    comparison.add(here, 'discriminator-removed', { before: old });
    return;
  }
  const [one, other] = [wholeOf(old.value, old.path), wholeOf(now.value, now.path)];
  const [was, is] = [member(one, 'propertyName'), member(other, 'propertyName')];
  if (was.value !== is.value)
    comparison.add(here, 'discriminator-changed', { name: 'propertyName', before: was, after: is });
  compareLeaves(comparison, here, 'discriminator', one, other, { as: 'discriminator' });
  compareNamed(member(one, 'mapping'), member(other, 'mapping'), {
    both: (name, left, right) => {
      if (left.value !== right.value && !isRenamed(comparison, left.value, right.value))
        comparison.add(here, 'mapping-changed', { name, before: left, after: right });
    },
    only: (name, action, found) =>
      comparison.add(here, `mapping-${action}`, {
        name,
        [action === 'added' ? 'after' : 'before']: found,
      }),
  });
}

/** Whether a value leads to the same schema under its new name. */
function isRenamed(comparison: Comparison, before: unknown, after: unknown): boolean {
  const nameOf = (ref: unknown) => String(ref).replace(/^#\/components\//, '');
  return comparison.renamed.get(nameOf(before)) === nameOf(after);
}
