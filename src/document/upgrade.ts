import type { Problem } from '../problems/problem.ts';
import { isObject, type JsonObject, mapEntries, member } from './json.ts';
import type { Loss } from './loss.ts';
import { Moves } from './moves.ts';
import type { Document } from './openapi.ts';
import type { Origins } from './origin.ts';
import { upgradeLeftOver, upgradeThree } from './upgrade-three.ts';
import { upgradeTwo } from './upgrade-two.ts';
import { type Kind, mapObjects, type Visitor } from './walk.ts';

const REFERRING: readonly Kind[] = [
  'pathItem',
  'parameter',
  'requestBody',
  'mediaType',
  'response',
  'callback',
  'example',
  'securityScheme',
  'schema',
];

const rewriteString = (value: unknown, moves: Moves): unknown =>
  typeof value === 'string' ? moves.rewrite(value) : value;

/** A member, replaced where it is there and becomes another. */
function replace(node: JsonObject, key: string, map: (value: unknown) => unknown): JsonObject {
  if (!Object.hasOwn(node, key)) return node;
  const value = map(node[key]);
  return value === node[key] ? node : { ...node, [key]: value };
}

/** References in every form follow what was moved: `$ref`, `operationRef`, discriminator mappings. */
function followMoves(root: JsonObject, moves: Moves, origins: Origins): JsonObject {
  if (moves.isEmpty) return root;
  const ref: Visitor = (node) => replace(node, '$ref', (value) => rewriteString(value, moves));
  const schema: Visitor = (node, path) =>
    replace(ref(node, path), 'discriminator', (discriminator) =>
      isObject(member(discriminator, 'mapping'))
        ? replace(discriminator as JsonObject, 'mapping', (mapping) =>
            mapEntries(mapping as JsonObject, (value) => rewriteString(value, moves)),
          )
        : discriminator,
    );
  const link: Visitor = (node, path) =>
    replace(ref(node, path), 'operationRef', (value) => rewriteString(value, moves));
  const visitors = Object.fromEntries(REFERRING.map((kind) => [kind, ref]));
  return mapObjects(root, 'document', { ...visitors, schema, link }, origins) as JsonObject;
}

function lossProblem(
  { node, key, message, suggestion }: Loss,
  root: JsonObject,
  origins: Origins,
): Problem | undefined {
  const origin = origins.of(node) ?? origins.of(root);
  const details = { rule: 'upgrade', severity: 'warning', message, suggestion } as const;
  const path = key === undefined ? [] : [key];
  return origin?.file.problem(details, [...origin.path, ...path]);
}

/**
 * Brings a bundled document to OpenAPI 3.1: 2.0 and 3.0 are rewritten; 3.1 and 3.2 are but for what is left
 * over from 3.0. What 3.1 cannot say is a warning. `url` is where the document was read from, if not a file.
 */
export function upgrade(
  root: JsonObject,
  version: string,
  origins: Origins,
  url?: URL,
): { document: Document; problems: Problem[] } {
  const losses: Loss[] = [];
  let document = root;
  if (version === '2.0') {
    const moves = new Moves();
    document = followMoves(upgradeTwo(document, origins, moves, losses, url), moves, origins);
  }
  const moves = new Moves();
  const upgraded = /^3\.0\./.test(String(document.openapi))
    ? upgradeThree(document, origins, moves, losses)
    : upgradeLeftOver(document, origins, moves);
  document = followMoves(upgraded, moves, origins);
  const problems = losses
    .map((loss) => lossProblem(loss, root, origins))
    .filter((problem) => problem !== undefined);
  // The reader's types say what a valid document holds; every reader checks.
  return { document: document as unknown as Document, problems };
}
