import { isObject, type JsonObject } from '../json/guards.ts';
import { heldBy } from '../openapi/fields.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import type { Path } from '../openapi/walk.ts';
import { discriminatorFacts } from './discriminator.ts';
import type { Fact } from './fact.ts';
import type { Place } from './place.ts';
import type { Region, Section } from './region.ts';
import { marked } from './security.ts';
import { type Coverage, nameFact } from './walk.ts';

type InSection = Region & { readonly section?: Section };
type Visit = (object: ObjectKind, value: unknown, path: Path, region: Region) => void;

/** Pages of enclosing schemas that are searched for the facts of a schema. */
const LEVELS = 3;

/** What a page shows as the name of a property with any name. */
const ANY_NAME = 'property name*';

/** The name that a page shows for additional properties: `x-additionalPropertiesName`, or our own. */
function nameOfOthers(schema: unknown): string {
  const given = isObject(schema) ? schema['x-additionalPropertiesName'] : undefined;
  return typeof given === 'string' && given !== '' ? `${given}*` : ANY_NAME;
}

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
      const others = key === 'additionalProperties' ? nameOfOthers(member) : undefined;
      const into = others === undefined ? region : this.#named(others, region, true);
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
    const into = this.#named(name, region, false);
    const at = Array.isArray(required) ? required.indexOf(name) : -1;
    const facts: Fact[] = [nameFact('property', name, path)];
    if (at >= 0) facts.push(requiredFact([...path.slice(0, -2), 'required', String(at)]));
    this.#coverage.tally.check(facts, into);
    this.visit(value, path, into);
  }

  /** The entries of a property, here and on the schema's page. */
  #named(name: string, region: InSection, orAround: boolean): InSection {
    const { on, section } = region;
    const around = (places: readonly Place[]) => (orAround ? places : []);
    const inSection = on.tree.entries(name, section?.within ?? []);
    return {
      ...region,
      places: [...inSection, ...around(region.places)],
      later: region.later.map((page) => ({
        on: page.on,
        places: [...page.on.tree.entries(name, [page.on.tree.root]), ...around(page.places)],
      })),
    };
  }

  /** Names in `required` of properties that are declared elsewhere, or nowhere. */
  #undeclared({ required, properties }: JsonObject, path: Path, region: InSection): void {
    if (!Array.isArray(required)) return;
    for (const [index, name] of required.entries()) {
      if (typeof name !== 'string' || (isObject(properties) && Object.hasOwn(properties, name)))
        continue;
      const fact = requiredFact([...path, 'required', String(index)]);
      // A page may mark it as required, or as not part of the message.
      const required = nameFact('required', name, fact.path);
      this.#coverage.tally.checkEither([
        [fact, this.#named(name, region, false)],
        [required, region],
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
