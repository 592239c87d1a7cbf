import { isObject, type JsonObject } from '../json/guards.ts';
import { heldBy } from '../openapi/fields.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import type { Path } from '../openapi/walk.ts';
import { discriminatorFacts } from './discriminator.ts';
import type { Fact } from './fact.ts';
import type { PageTree, Place } from './place.ts';
import type { Region, Section } from './region.ts';
import { marked } from './security.ts';
import { type Coverage, nameFact } from './walk.ts';

type InSection = Region & { readonly section?: Section };
type Visit = (object: ObjectKind, value: unknown, path: Path, region: Region) => void;

/** Pages of enclosing schemas that are searched for the facts of a schema. */
const LEVELS = 3;

/** What a page shows as the name of a property with any name. */
const ANY_NAME = 'any key';

/** The name that a page shows for additional properties: `x-additionalPropertiesName`, or our own. */
function nameOfOthers(schema: unknown): string {
  const given = isObject(schema) ? schema['x-additionalPropertiesName'] : undefined;
  return typeof given === 'string' && given !== '' ? given : ANY_NAME;
}

/** The name that a page shows for additional properties with certain names: all of these, or their pattern. */
function nameOfKeys(propertyNames: JsonObject): string | undefined {
  const { enum: values, const: value, pattern } = propertyNames;
  if (Array.isArray(values)) return values.join(' | ');
  const name = value ?? pattern;
  return typeof name === 'string' ? name : undefined;
}

/** Keywords of `propertyNames` that the names themselves show. */
const NAMES: ReadonlySet<string> = new Set(['type', 'enum', 'const', 'pattern']);

/**
 * Walks schemas (OpenAPI 3.1 section 4.8.24). Each one is shown once in its section, so nothing is searched
 * for where it repeats.
 */
export class SchemaWalk {
  readonly #coverage: Coverage;
  readonly #visit: Visit;

  constructor(coverage: Coverage, visit: Visit) {
    this.#coverage = coverage;
    this.#visit = visit;
  }

  visit(value: unknown, path: Path, region: InSection): void {
    const { section } = region;
    if (!isObject(value) || !section || section.seen.has(value)) return;
    section.seen.add(value);
    const { tally, view } = this.#coverage;
    tally.check(view.facts('schema', value, path), region);
    if (typeof value.$dynamicRef === 'string')
      tally.check([this.#dynamic(value.$dynamicRef, path)], region);
    if (typeof value.$ref === 'string') this.#follow(value.$ref, region);
    this.#undeclared(value, path, region);
    for (const [key, member] of Object.entries(value))
      this.#member(key, member, path, region, value);
  }

  /**
   * A reference to a schema with a dynamic anchor shows its name, JSON Schema 2020-12 core section 8.2.3.2.
   */
  #dynamic($dynamicRef: string, path: Path): Fact {
    const name = this.#coverage.view.find($dynamicRef)?.path.at(-1);
    const value = $dynamicRef.replace(/^.*#/, '');
    const or = name === undefined ? [] : [name];
    const key = '$dynamicRef';
    return { kind: 'reference', form: 'word', value, or, key, path: [...path, key] };
  }

  /** A named schema may be shown by anything that links to its page, and by that page. */
  #follow($ref: string, region: InSection): void {
    const { view, schemaPages } = this.#coverage;
    const found = view.find($ref);
    if (!found) return;
    const [top, kind, name] = found.path;
    if (top !== 'components' || kind !== 'schemas' || name === undefined) {
      this.visit(found.value, found.path, region);
      return;
    }
    const { on, section } = region;
    const address = schemaPages.address(name);
    const within = section?.within ?? [];
    // Without a page of its own, it is shown in full in one of the places that name it.
    const linking =
      address === undefined ? on.tree.naming(name, within) : on.tree.linking(address, within);
    const page = schemaPages.from(on, name);
    this.visit(found.value, found.path, {
      ...region,
      places: [...region.places, ...linking],
      // Small schemas are shown on the page of the enclosing one, which does not link to theirs.
      later: [...(page ? [{ on: page, places: [page.tree.root] }] : []), ...region.later].slice(
        0,
        LEVELS,
      ),
    });
  }

  #member(key: string, member: unknown, path: Path, region: InSection, schema: JsonObject): void {
    const holds = heldBy('schema', key);
    const at = [...path, key];
    if (!holds || key === '$defs' || key === 'definitions') return;
    if (holds.shape === 'list') {
      if (!Array.isArray(member)) return;
      for (const [index, item] of member.entries())
        this.visit(item, [...at, String(index)], region);
    } else if (holds.shape === 'one') {
      if (key === 'discriminator' && isObject(member)) {
        const facts = discriminatorFacts(member, at, this.#coverage.view);
        this.#coverage.tally.check(facts, region);
      }
      if (key === 'propertyNames' && this.#isNameOfKeys(member, at, region)) return;
      const names = key === 'additionalProperties' ? this.#namesOfOthers(schema, path) : [];
      const into = names.length > 0 ? this.#named(names, region, true) : region;
      if (holds.kind === 'schema') this.visit(member, at, into);
      else this.#visit(holds.kind, member, at, region);
    } else if (isObject(member)) {
      for (const [name, item] of Object.entries(member)) {
        const named = key === 'properties' || key === 'patternProperties';
        if (named) this.#property(name, item, [...at, name], region, schema);
        else {
          this.#coverage.tally.check([nameFact('constraint', name, [...at, name])], region);
          this.visit(item, [...at, name], region);
        }
      }
    }
  }

  #property(
    name: string,
    value: unknown,
    path: Path,
    region: InSection,
    { required }: JsonObject,
  ): void {
    if (region.section && this.#isOmitted(value, path, region.section.direction)) return;
    const into = this.#named([name], region, false);
    const at = Array.isArray(required) ? required.indexOf(name) : -1;
    const named = nameFact('property', name, path);
    const requiredAt = [...path.slice(0, -2), 'required', String(at)];
    this.#coverage.tally.check(at < 0 ? [named] : [named, requiredFact(requiredAt)], into);
    this.visit(value, path, into);
  }

  /** What a page may show as the name of the additional properties of an object. */
  #namesOfOthers({ additionalProperties, propertyNames }: JsonObject, path: Path): string[] {
    const given = nameOfOthers(additionalProperties);
    const keys = this.#coverage.view.resolve({ value: propertyNames, path });
    const allowed = keys && nameOfKeys(keys.value);
    return allowed === undefined ? [given] : [given, allowed];
  }

  /** Counts the names that keys may have where they are the name of the additional properties. */
  #isNameOfKeys(propertyNames: unknown, path: Path, region: InSection): boolean {
    const { view, tally } = this.#coverage;
    const keys = view.resolve({ value: propertyNames, path });
    const name = keys && nameOfKeys(keys.value);
    if (!keys || name === undefined || Object.keys(keys.value).some((key) => !NAMES.has(key)))
      return false;
    const into = this.#named([name], region, false);
    if (![into, ...into.later].some(({ places }) => places.length > 0)) return false;
    const facts = view.facts('schema', keys.value, keys.path);
    // All keys are strings.
    const named = facts.filter(({ key }) => key !== 'type');
    tally.check(
      named.map((fact) => ({ ...fact, form: 'word' })),
      into,
    );
    return true;
  }

  /** The entries of a property, here and on the schema's page. */
  #named(names: readonly string[], region: InSection, orAround: boolean): InSection {
    const { on, section } = region;
    const around = (places: readonly Place[]) => (orAround ? places : []);
    const entries = (tree: PageTree, within: readonly Place[]) =>
      names.flatMap((name) => tree.entries(name, within));
    return {
      ...region,
      places: [...entries(on.tree, section?.within ?? []), ...around(region.places)],
      later: region.later.map((page) => ({
        on: page.on,
        places: [...entries(page.on.tree, [page.on.tree.root]), ...around(page.places)],
      })),
    };
  }

  /** Names in `required` of properties that are declared elsewhere, or nowhere. */
  #undeclared({ required, properties }: JsonObject, path: Path, region: InSection): void {
    if (!Array.isArray(required)) return;
    for (const [index, name] of required.entries()) {
      if (typeof name !== 'string' || (isObject(properties) && Object.hasOwn(properties, name)))
        continue;
      const at = [...path, 'required', String(index)];
      // A page may mark it as required, or as not part of the message.
      this.#coverage.tally.checkEither([
        [requiredFact(at), this.#named([name], region, false)],
        [nameFact('required', name, at), region],
      ]);
    }
  }

  /** Requests lack read-only properties, responses write-only ones. */
  #isOmitted(value: unknown, path: Path, direction: Section['direction']): boolean {
    if (direction === 'both') return false;
    const keyword = direction === 'request' ? 'readOnly' : 'writeOnly';
    const isMarked = (schema: unknown, at: Path, levels: number): boolean => {
      if (!isObject(schema) || levels === 0) return false;
      if (schema[keyword] === true) return true;
      const target =
        typeof schema.$ref === 'string' ? this.#coverage.view.find(schema.$ref) : undefined;
      const members = Array.isArray(schema.allOf) ? schema.allOf : [];
      return (
        (target !== undefined && isMarked(target.value, target.path, levels - 1)) ||
        members.some((member) => isMarked(member, at, levels - 1))
      );
    };
    return isMarked(value, path, 20);
  }
}

function requiredFact(path: Path): Fact {
  return marked('required', ['required'], path);
}
