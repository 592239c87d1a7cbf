import { isObject, type JsonObject } from '../json/guards.ts';
import { parsePointer, valueAt } from '../openapi/pointer.ts';
import { eachObject } from '../openapi/walk.ts';

/** A mapping by name, or by the pointer of a schema component. */
const MAPPED = /^(?:#\/components\/schemas\/)?[\w-]+$/;

/**
 * Whether a document is already in one piece: every `$ref` in it is internal, is resolved by its pointer
 * alone and is where OpenAPI 3 has an object, mappings name components, and nothing comes from another file.
 * When in doubt, it is not.
 */
export function isSelfContained(root: JsonObject): boolean {
  const sound = new Set<string>();
  const isSound = (ref: string): boolean => {
    if (sound.has(ref)) return true;
    if (!ref.startsWith('#/') || valueAt(root, parsePointer(ref)) === undefined) return false;
    sound.add(ref);
    return true;
  };
  const isMapped = (target: unknown): boolean =>
    typeof target === 'string' &&
    MAPPED.test(target) &&
    (!target.startsWith('#') || isSound(target));
  let soundRefs = 0;
  let areMapped = true;
  eachObject(root, 'document', ({ $ref: ref, discriminator }) => {
    if (typeof ref === 'string' && isSound(ref)) soundRefs += 1;
    if (isObject(discriminator)) {
      const { mapping = {}, defaultMapping } = discriminator;
      areMapped &&= isObject(mapping) && Object.values(mapping).every(isMapped);
      areMapped &&= defaultMapping === undefined || isMapped(defaultMapping);
    }
  });
  return areMapped && soundRefs === outwardFields(root);
}

/** The number of fields, including those in data, whose text may refer to another file. */
function outwardFields(root: JsonObject): number {
  let count = 0;
  const open: object[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'object' && value !== null) open.push(value);
      else if (key === '$ref' || key.endsWith('externalValue')) count += 1;
    }
  }
  return count;
}
