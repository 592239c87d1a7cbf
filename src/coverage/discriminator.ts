import { isObject, type JsonObject } from '../json/guards.ts';
import type { Path } from '../openapi/walk.ts';
import type { DocumentView } from './document-view.ts';
import type { Fact } from './fact.ts';

/** The schemas of a discriminator's values, OpenAPI 3.1 section 4.8.25. */
export function discriminatorFacts(
  { mapping, defaultMapping }: JsonObject,
  path: Path,
  view: DocumentView,
): Fact[] {
  const targets: [unknown, Path][] = isObject(mapping)
    ? Object.entries(mapping).map(([value, target]) => [target, [...path, 'mapping', value]])
    : [];
  targets.push([defaultMapping, [...path, 'defaultMapping']]);
  return targets.flatMap(([target, at]) => {
    if (typeof target !== 'string' || target === '') return [];
    const ref = target.includes('#') ? target : `#/components/schemas/${target}`;
    const found = view.find(ref);
    const name = found?.path.at(-1) ?? target;
    const title = found && isObject(found.value) ? found.value.title : undefined;
    const or = typeof title === 'string' ? [title] : [];
    return [
      { kind: 'discriminator', form: 'name', value: name, or, key: at.at(-1) ?? '', path: at },
    ];
  });
}
