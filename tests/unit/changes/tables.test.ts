import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS, oppositeKind } from '../../../src/changes/change.ts';
import { LEVELS } from '../../../src/changes/judged.ts';
import { comparedBy, thingOf, unruled } from '../../../src/changes/keywords.ts';
import { RULES, rulesFor } from '../../../src/changes/rules/table.ts';
import { OBJECT_KINDS } from '../../../src/openapi/fields.ts';
import { ROOT } from '../../support/site.ts';

const kinds = [...new Set(RULES.map(({ kind }) => kind))];
const has = (kind: string): boolean => kinds.some((one) => one === kind);

describe('the table of comparisons', () => {
  it.each(OBJECT_KINDS)('says how each keyword of %s is compared, and of no other', (kind) => {
    expect(unruled(kind)).toEqual({ missing: [], unknown: [] });
  });
});

describe('the table of rules', () => {
  it('has each id once', () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(250);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it('judges every kind the other way round as well', () => {
    expect(kinds.filter((kind) => kind !== 'schema-changed' && !has(oppositeKind(kind)))).toEqual(
      [],
    );
  });

  it('has a rule without a condition for each kind and direction, and it comes last', () => {
    for (const kind of kinds)
      for (const direction of DIRECTIONS) {
        const rules = rulesFor(kind, direction);
        if (rules.length === 0) continue;
        expect(rules.map(({ when }) => when.length === 0)).toEqual(
          rules.map((_, at) => at === rules.length - 1),
        );
      }
  });

  it('says what to do about what breaks something', () => {
    const wrong = RULES.filter(({ level, fix }) => (level === 'info') !== (fix === undefined));
    expect(wrong.map(({ id }) => id)).toEqual([]);
    expect(new Set(RULES.map(({ level }) => level))).toEqual(new Set(LEVELS));
  });

  it.each([
    ['text', ['added', 'removed', 'changed']],
    ['flag', ['added', 'removed']],
    ['upper', ['added', 'removed', 'increased', 'decreased']],
    ['lower', ['added', 'removed', 'increased', 'decreased']],
    ['value', ['added', 'removed', 'changed']],
    ['schema', ['added', 'removed']],
    ['open', ['widened', 'narrowed']],
    ['negated', ['added', 'removed', 'changed']],
  ] as const)('judges all that can happen to a %s', (how, actions) => {
    const things = [
      'schema',
      'parameter',
      'header',
      'requestBody',
      'response',
      'operation',
      'pathItem',
    ] as const;
    for (const kind of things)
      for (const keyword of comparedBy(kind, how))
        for (const action of actions) expect(kinds).toContain(`${thingOf(keyword)}-${action}`);
  });

  it('judges all kinds that the comparison names', () => {
    const folder = path.join(ROOT, 'src/changes');
    const named = fs
      .readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && file !== 'message.ts' && file !== 'change.ts')
      .flatMap((file) =>
        [
          ...fs
            .readFileSync(path.join(folder, file), 'utf8')
            .matchAll(
              /'([a-z]+(?:-[a-z]+)*-(?:added|removed|changed|renamed|widened|narrowed|increased|decreased))'/g,
            ),
        ].map(([, kind = '']) => kind),
      );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((kind) => !has(kind))).toEqual([]);
  });
});
