import { isObject, type JsonObject, own } from '../json/guards.ts';
import { operationsOf } from '../openapi/operations.ts';
import { formatPointer } from '../openapi/pointer.ts';
import { mapObjects } from './map-objects.ts';
import type { Origin, Origins } from './origin.ts';
import { targetOf } from './path-items.ts';
import { targetOfRef } from './refs.ts';
import type { Resolver } from './resolver.ts';
import type { SourceFile } from './source.ts';

const keyOf = ({ file, path }: Origin): string => `${file.name}\n${formatPointer(path)}`;

/**
 * Each `operationRef` (OpenAPI 3.1 section 4.8.20) to an operation of the bundled document, in any of its
 * files, becomes a pointer into `paths`. All others stay: they may lead to another API.
 */
export function resolveOperationRefs(
  root: JsonObject,
  resolver: Resolver,
  origins: Origins,
): JsonObject {
  let pointers: ReadonlyMap<string, string> | undefined;
  const addresses = new Map<SourceFile, string>();
  for (const [address, { file }] of resolver.loaded) addresses.set(file, address);
  const link = (node: JsonObject): JsonObject => {
    const { operationRef } = node;
    const base = addresses.get(origins.of(node)?.file as SourceFile);
    if (typeof operationRef !== 'string' || base === undefined) return node;
    const target = targetOfRef(resolver, base, operationRef);
    const file = resolver.loaded.get(target.ref)?.file;
    pointers ??= pointersOf(root, origins);
    const pointer = file && pointers.get(keyOf({ file, path: target.segments }));
    return pointer === undefined ? node : { ...node, operationRef: pointer };
  };
  return mapObjects(root, 'document', { link }, origins) as JsonObject;
}

/** The pointer into `paths` of each operation, by its place in the sources. */
function pointersOf(root: JsonObject, origins: Origins): Map<string, string> {
  const pointers = new Map<string, string>();
  const { paths } = root;
  if (!isObject(paths)) return pointers;
  const home = origins.of(paths);
  for (const [path, written] of Object.entries(paths)) {
    const item = targetOf(own(written, '$ref'), root) ?? written;
    for (const { at, operation } of operationsOf(item)) {
      // Its own place, and that through the reference to its path item.
      const places = [
        origins.of(operation),
        home && { ...home, path: [...home.path, path, ...at] },
      ];
      const pointer = formatPointer(['paths', path, ...at]);
      for (const place of places)
        if (place && !pointers.has(keyOf(place))) pointers.set(keyOf(place), pointer);
    }
  }
  return pointers;
}
