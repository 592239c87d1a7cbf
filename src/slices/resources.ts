import { append } from '../json/append.ts';
import { PathNouns } from './titles/path-nouns.ts';
import type { Phrases } from './titles/phrase.ts';

/** The operations of a tag on one resource, in the order of the document. */
export interface ResourceGroup<T> {
  /** `Users`; empty for the operations that belong to no group, which come last. */
  readonly name: string;
  readonly operations: readonly T[];
}

/** The parts of an operation that its resource depends on. */
interface Grouped {
  readonly kind: string;
  readonly path?: string;
}

/** A static segment of the paths of a tag. Parameters belong to the segment before them. */
interface Node {
  /** The path up to here, with parameters. */
  readonly path: string;
  readonly children: Map<string, Node>;
  /** How many operations end here, and how many do here or below. */
  own: number;
  all: number;
  /** Whether a parameter follows it: it is a collection. */
  hasItems: boolean;
}

/** A list of fewer operations is not divided. */
const FEW = 10;

/** A resource with more operations than this and more than half of those of its tag is divided. */
const MAX = 12;

/**
 * Groups the operations of a tag by the resources of their paths: `/core/users/{id}/impersonate` is about users, and
 * so are all paths below `/core/users`, if an operation ends there. What is below a resource that has most of the
 * tag's operations, such as `/repos/{owner}/{repo}`, consists of resources of its own.
 *
 * A group has at least two operations. Few operations, and those of a single resource, are one group without a name.
 */
export function groupByResource<T extends Grouped>(
  operations: readonly T[],
  phrases: Phrases,
): ResourceGroup<T>[] {
  const whole = [{ name: '', operations }];
  if (operations.length < FEW) return whole;
  const root = treeOf(operations);
  const byNode = new Map<Node, T[]>();
  for (const operation of operations) {
    const node = resourceOf(operation, root);
    if (node) append(byNode, node, operation);
  }
  const several = [...byNode].filter(([, own]) => own.length > 1);
  const names = namesOf(
    several.map(([node]) => node),
    phrases,
  );
  const byName = new Map<string, T[]>();
  for (const [node, own] of several)
    for (const operation of own) append(byName, names.get(node) ?? '', operation);
  const groups = [...byName].filter(([name]) => name !== '');
  if (groups.length < 2) return whole;
  const grouped = new Set(groups.flatMap(([, own]) => own));
  const rest = operations.filter((operation) => !grouped.has(operation));
  return [...groups, ...(rest.length > 0 ? [['', rest] as const] : [])].map(([name, own]) => ({
    name,
    operations: own,
  }));
}

function newNode(path: string): Node {
  return { path, children: new Map(), own: 0, all: 0, hasItems: false };
}

/** The nodes of a path, outermost first; they are added to the tree if it lacks them. */
function nodesOf({ kind, path = '' }: Grouped, root: Node): Node[] {
  const nodes = [root];
  if (kind === 'webhook') return nodes;
  let at = '';
  for (const part of path.split('/').filter(Boolean)) {
    at += `/${part}`;
    const above = nodes.at(-1) as Node;
    if (part.includes('{')) {
      above.hasItems = true;
      continue;
    }
    const { children } = above;
    const node = children.get(part) ?? newNode(at);
    children.set(part, node);
    nodes.push(node);
  }
  return nodes;
}

function treeOf(operations: readonly Grouped[]): Node {
  const root = newNode('');
  for (const operation of operations) {
    const nodes = nodesOf(operation, root);
    for (const node of nodes) node.all += 1;
    const last = nodes.at(-1);
    if (last) last.own += 1;
  }
  return root;
}

/** The first resource on the way to the end of an operation's path, unless that is divided. */
function resourceOf(operation: Grouped, root: Node): Node | undefined {
  let found: Node | undefined;
  for (const node of nodesOf(operation, root).slice(1)) {
    if (found && node.all < 2) break;
    if (node.own === 0) continue;
    found = node;
    if (!isDivided(node, root)) break;
  }
  return found;
}

function isDivided({ all, children }: Node, root: Node): boolean {
  const parts = [...children.values()].filter((child) => child.all > 1);
  return all > MAX && all > root.all / 2 && parts.length > 1;
}

/** Segments before a parameter that are not things: `/user/following/{username}`, `/blocked_by/{id}`. */
const UNCOUNTABLE = /(?:ing|by)$/;

/** The names of resources, longer ones where several have the same. */
function namesOf(nodes: readonly Node[], phrases: Phrases): ReadonlyMap<Node, string> {
  const drafts = new Map(nodes.map((node) => [node, nameOf(node, phrases)]));
  const uses = new Map<string, Node[]>();
  for (const [node, [short]] of drafts) append(uses, short, node);
  return new Map(
    Array.from(drafts, ([node, [short, long]]) => [
      node,
      (uses.get(short)?.length ?? 0) > 1 ? long : short,
    ]),
  );
}

/** A short name of a resource, and one with what it belongs to. */
function nameOf(
  { path, hasItems }: Node,
  phrases: Phrases,
): readonly [short: string, long: string] {
  const nouns = new PathNouns(path, phrases);
  const at = nouns.segments.length - 1;
  const last = nouns.segments[at];
  if (!last) return ['', ''];
  const { words, above, parent } = nouns.at(at);
  const isMany = (hasItems && !UNCOUNTABLE.test(path)) || phrases.isPlural(last.words);
  const write = (name: readonly string[]): string =>
    capitalized(isMany ? phrases.plural(name) : phrases.write(name));
  const short = write(words);
  return [short, parent ? `${short} of ${phrases.plural(parent)}` : write([...above, ...words])];
}

function capitalized(text: string): string {
  return /^\p{Ll}+\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
