import { describe, expect, it } from 'vitest';
import { matchesPattern, textOfPattern } from '../../../../src/model/schema/pattern.ts';

const PATTERNS = [
  '^[a-z]+$',
  '^[-a-zA-Z0-9_]+$',
  '^\\d{3}-\\d{4}$',
  '^#[0-9a-fA-F]{6}$',
  '^(?:foo|bar)[^a-z]$',
  '^[A-Z]{2}\\d{2}[ ]?(?:\\d{4}[ ]?){3}$',
  '^(\\d{1,3}\\.){3}\\d{1,3}$',
  '^\\p{Lu}\\p{Ll}*$',
  '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$',
  '^(?<year>\\d{4})-(?=0)\\d\\d$',
  '^\\u0041\\x42\\/$',
  '^a{2,}b?c*$',
  '^[\\w.-]+$',
  '^arn:aws:[a-z]+:::.+$',
  '^$',
  'middle',
];

describe('textOfPattern', () => {
  it.each(PATTERNS)('finds a text for %s', (pattern) => {
    const text = textOfPattern(pattern, 0, 200, 0);
    expect(text).toMatch(new RegExp(pattern, 'u'));
  });

  it('keeps to the length', () => {
    expect(textOfPattern('^[a-z]+$', 5, 8, 0)).toMatch(/^[a-z]{5,8}$/);
  });

  it('gives different texts', () => {
    const texts = [0, 1, 2].map((variant) => textOfPattern('^[a-z]{2}$', 0, 10, variant));
    expect(new Set(texts).size).toBe(3);
  });

  it.each(['(a)\\1', '[', '(', '\\p{Script=Greek}'])('gives up on %s', (pattern) => {
    expect(textOfPattern(pattern, 0, 10, 0)).toBeUndefined();
  });

  it('ends soon for nested groups and large counts', () => {
    expect(() => textOfPattern('('.repeat(10_000), 0, 10, 0)).not.toThrow();
    expect(() => textOfPattern('((a{1000}){1000}){1000}', 0, 10, 0)).not.toThrow();
  });
});

describe('matchesPattern', () => {
  it.each<[text: string, pattern: string, matches: boolean | undefined]>([
    ['abc', '^[a-z]+$', true],
    ['ABC', '^[a-z]+$', false],
    ['anything', '[', undefined],
    [`${'a'.repeat(100)}!`, '^(a+)+$', undefined],
    ['a'.repeat(150), `^${'a*'.repeat(12)}b`, undefined],
    ['a'.repeat(16), `${'('.repeat(20)}a${'*)'.repeat(20)}b`, undefined],
    ['a'.repeat(16), `${'('.repeat(20)}a${'*)'.repeat(20)}\\1b`, undefined],
    [`${'a'.repeat(40)}!`, '(?=(a+)+$)x', undefined],
    ['a'.repeat(30), `^${'a?'.repeat(30)}${'a'.repeat(31)}$`, undefined],
    ['user@example', '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$', false],
    ['x'.repeat(36), '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', false],
    ['a-b', '^[\\w-]+$', true],
  ])('%s, %s', (text, pattern, matches) => {
    expect(matchesPattern(text, pattern)).toBe(matches);
  });

  it('gives no error where the engine takes an expression and finds it too large later', () => {
    const large = '[a-z]'.repeat(200_000);
    expect(() => new RegExp(large).test('a')).toThrow();
    expect(matchesPattern('a', large)).toBeUndefined();
  });
});
