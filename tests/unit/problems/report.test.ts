import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../../src/problems/frame.ts';
import { nearest } from '../../../src/problems/nearest.ts';
import type { Problem } from '../../../src/problems/problem.ts';
import { countProblems, formatProblems } from '../../../src/problems/report.ts';
import { REPORTERS } from '../../../src/problems/reporters.ts';
import { hasErrors, sortProblems } from '../../../src/problems/sort.ts';

const problem = (fields: Partial<Problem>): Problem => ({
  rule: 'unresolved-ref',
  severity: 'error',
  message: 'Wrong.',
  file: 'a.yaml',
  line: 1,
  column: 1,
  pointer: '#/',
  ...fields,
});

describe('code frame', () => {
  const lines = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`);

  test('shows two lines before and after', () => {
    expect(codeFrame(lines, 9, 6)).toBe(
      [
        '   7 | line 7',
        '   8 | line 8',
        '>  9 | line 9',
        '     |      ^',
        '  10 | line 10',
        '  11 | line 11',
      ].join('\n'),
    );
  });

  test('stops at the ends of the file', () => {
    expect(codeFrame(['a', ''], 1, 1)).toBe('> 1 | a\n    | ^');
    expect(codeFrame(['', ''], 1, 1)).toBe('');
  });

  test.each([
    ['at the start', 1],
    ['in the middle', 250],
    ['at the end', 500],
  ])('cuts a long line around the marker: %s', (_name, column) => {
    const line = `${'a'.repeat(column - 1)}X${'b'.repeat(500 - column)}`;
    const [source = '', marker = ''] = codeFrame([line], 1, column).split('\n');
    expect(source.length).toBeLessThanOrEqual(106);
    expect(source[marker.indexOf('^')]).toBe('X');
  });

  test('lets no control character through, and keeps the marker in place', () => {
    const frame = codeFrame(['\t\u001b[31mred\u202e'], 1, 7);
    expect(frame).toBe('> 1 |   [31mred\n    |       ^');
  });
});

describe('report', () => {
  const problems = [
    problem({ severity: 'warning', file: 'a.yaml', suggestion: 'Mend it.' }),
    problem({ file: 'b.yaml', line: 2 }),
    problem({ file: 'b.yaml', line: 1, column: 10, frame: '> 1 | x\n    | ^' }),
    problem({ file: 'b.yaml', line: 1, column: 9 }),
    problem({ severity: 'hint', rule: 'advice', message: 'A\u001b[2J' }),
  ];

  test('is sorted, with frame, fix and count', () => {
    expect(
      formatProblems(problems, { color: false }),
    ).toBe(`b.yaml:1:9  error  Wrong.  (unresolved-ref)

b.yaml:1:10  error  Wrong.  (unresolved-ref)
> 1 | x
    | ^

b.yaml:2:1  error  Wrong.  (unresolved-ref)

a.yaml:1:1  warning  Wrong.  (unresolved-ref)
Fix: Mend it.

a.yaml:1:1  hint  A [2J  (advice)

3 errors, 1 warning, 1 hint.`);
  });

  test('has the same text in colours', () => {
    const painted = formatProblems(problems, { color: true });
    const esc = String.fromCharCode(27);
    expect(painted).toContain(`${esc}[31merror`);
    const plain = painted.replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '');
    expect(plain).toBe(formatProblems(problems, { color: false }));
  });

  test('of nothing says so', () => {
    expect(formatProblems([], { color: false })).toBe('No problems.');
    expect(countProblems([problem({})])).toBe('1 error');
  });

  test('sorting leaves the input as it is', () => {
    const before = [...problems];
    sortProblems(problems);
    expect(problems).toEqual(before);
    expect(hasErrors(problems)).toBe(true);
    expect(hasErrors([problem({ severity: 'warning' })])).toBe(false);
  });
});

describe('formats for machines', () => {
  const options = {
    color: false,
    rules: [{ id: 'unresolved-ref', severity: 'error', about: 'a $ref that points to nothing' }],
    reads: { files: ['shared/a.md'], hosts: { 'example.com': 2 } },
  } as const;
  const problems = [
    problem({
      file: 'a b,c:d.yaml',
      line: 3,
      column: 7,
      pointer: '#/paths/~1a',
      message: '100 % wrong.\n::error::x \u001b[2J',
      suggestion: 'Mend it.',
    }),
    problem({ severity: 'hint', rule: 'advice', file: 'https://example.com/a.yaml' }),
  ];

  test.each(Object.keys(REPORTERS) as (keyof typeof REPORTERS)[])('%s', async (format) => {
    const report = REPORTERS[format](problems, options);
    await expect(`${report}\n`).toMatchFileSnapshot(`./snapshot/report.${format}.txt`);
    if (format === 'json' || format === 'sarif') JSON.parse(report);
  });

  test('github: a document cannot begin a command of its own', () => {
    const lines = REPORTERS.github(problems, options).split('\n');
    expect(lines).toHaveLength(problems.length + 1);
    expect(lines[0]).toBe(
      '::error file=a b%2Cc%3Ad.yaml,line=3,col=7,title=unresolved-ref::100 %25 wrong. ::error::x  [2J Mend it.',
    );
  });
});

describe('nearest name', () => {
  test.each([
    ['Usr', ['User', 'Account'], 'User'],
    ['user', ['User'], 'User'],
    ['Pet', ['Account'], undefined],
    ['x'.repeat(300), ['x'.repeat(300)], undefined],
    ['', ['a'], 'a'],
    ['ab', ['ac', 'ad'], 'ac'],
  ])('of %s', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });
});
