import fs from 'node:fs';
import path from 'node:path';
import { SERVER_DATA } from '../../address/files.ts';

/** Set by the site's plugin: the folder of what Docusaurus generates. */
declare const REFERENCE_GENERATED: string;

const read = new Map<string, unknown>();

/**
 * In static rendering: data that Docusaurus generates, read when it is needed. What is not in the bundle may change
 * without a new one.
 *
 * @param name Of the JSON file, relative to the folder. The same name always returns the same value.
 */
export function generatedData(name: string): unknown {
  if (!read.has(name)) read.set(name, readGenerated(name));
  return read.get(name);
}

/** As `generatedData`, for what is read only once: nothing keeps it. */
export function readGenerated(name: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(REFERENCE_GENERATED, name), 'utf8'));
}

/** An entry of Docusaurus' registry: loads a module, its name, and what the browser calls it. */
export type Chunk = readonly [load: () => Promise<object>, module: string, id: string];

/** The entry of a JSON file. */
export function dataChunk(name: string): Chunk {
  const module = `@generated/${name}`;
  return [async () => ({ default: generatedData(name) }), module, module];
}

/** A route as in Docusaurus' `routes.js`, where a component has the place of the hash. */
export interface Route {
  readonly path: string;
  readonly hash?: string;
  readonly routes?: readonly Route[];
  readonly [attribute: string]: unknown;
}

/** The routes of the site, as Docusaurus' `routes.js` exports them. */
export function generatedRoutes(
  creator: (path: string, hash?: string) => unknown,
  routes = generatedData(`${SERVER_DATA}/routes.json`) as readonly Route[],
): object[] {
  return routes.map(({ hash, routes: below, ...route }) => ({
    ...route,
    component: creator(route.path, hash),
    ...(below && { routes: generatedRoutes(creator, below) }),
  }));
}
