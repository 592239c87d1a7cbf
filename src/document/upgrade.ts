import type { JsonObject } from '../json/guards.ts';
import type { Document } from '../openapi/types.ts';
import type { Problem } from '../problems/problem.ts';
import type { Loss } from './loss.ts';
import { mapRefs } from './map-refs.ts';
import { Moves } from './moves.ts';
import type { Origins } from './origin.ts';
import { upgradeLeftOver, upgradeThree } from './upgrade-three.ts';
import { upgradeTwo } from './upgrade-two.ts';

/** References in every form follow the moves. */
function followMoves(root: JsonObject, moves: Moves, origins: Origins): JsonObject {
  return moves.isEmpty ? root : mapRefs(root, (ref) => moves.rewrite(ref), origins);
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
 * Upgrades a bundled document to OpenAPI 3.1: 2.0 and 3.0 are rewritten; in 3.1 and 3.2 only the remains of
 * 3.0 are. What 3.1 cannot express is a warning. `url` is the URL of the document, if it is not a file.
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
  // The reader's types describe a valid document; every reader checks.
  return { document: document as unknown as Document, problems };
}
