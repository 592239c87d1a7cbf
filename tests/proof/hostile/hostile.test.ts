import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inFolder } from '../machine.ts';
import { STAND_IN, sourceOf } from '../pages.ts';
import { codeOnlyOf, PARSED, parserOf } from '../parse.ts';
import { RUNNERS } from '../run/table.ts';
import { mistakesIn } from './judge.ts';
import { Listener } from './listener.ts';
import { hostileDocument } from './operations.ts';

/** More of them with `HOSTILE_OPERATIONS=2000`, others with `HOSTILE_SEED=2`. */
const COUNT = Number(process.env.HOSTILE_OPERATIONS ?? 100);
const SEED = Number(process.env.HOSTILE_SEED ?? 1);

const SECRET = 'CANARY-SECRET';
const MAX_BAITS = 1000;

/** A function that leaves a file behind, for code that breaks out of its literal. */
const PWN: Readonly<Record<string, (code: string) => string>> = {
  javascript: (code) => `${ofNode}${code}`,
  node: (code) => `${ofNode}${code}`,
  python: (code) =>
    `import builtins\nbuiltins.pwn = lambda *a: open("pwned", "w").close() or ""\n${code}`,
  php: (code) =>
    code.replace(
      '<?php',
      "<?php if (!function_exists('pwn')) { function pwn() { touch('pwned'); } }",
    ),
  ruby: (code) => `module Kernel; def pwn(*) = File.write("pwned", ""); end\n${code}`,
};

const ofNode = `import { writeFileSync as leave } from 'node:fs';\nglobalThis.pwn = () => leave('pwned', '');\n`;

/**
 * What a grammar does not know, as what it knows: raw strings of several lines of Swift 5 (SE-0200), the
 * escaped dollar of Kotlin before another escape, and `#` after
 * an escape of PowerShell.
 */
const KNOWN: Readonly<Record<string, (code: string) => string>> = {
  kotlin: (code) => code.replace(/\\./gs, (all) => (all === '\\$' ? '\\t' : all)),
  powershell: (code) => code.replace(/(`.)#/gs, '$1x'),
  swift: (code) =>
    code.replace(
      /(#+)"""\n(.*?)\n *"""\1/gs,
      (_all, _hashes, text: string) => `"""\n${text.replace(/[\\"]/g, '\\$&')}\n"""`,
    ),
};

/** What runners write themselves, see `run/`. */
const OF_RUNNERS =
  /^(sample|samples|classes|files|go\.mod|main\.go|Programs\.java|config\.json)|^sample-?\d/;

const isComment = (code: string) => /^(<\?php\n\n)?(#|\/\/) [^\n]*$/.test(code);

describe('samples of a hostile document', () => {
  const { document, expected, texts } = hostileDocument(SEED, COUNT);
  const { pages } = sourceOf(document);
  const listener = new Listener();
  const { HOME, GOCACHE } = process.env;
  beforeAll(() => {
    // Go would keep its cache at home.
    process.env.GOCACHE ??= path.join(HOME ?? '', '.cache/go-build');
    return listener.listen();
  });
  afterAll(() => {
    process.env.HOME = HOME;
    if (GOCACHE === undefined) delete process.env.GOCACHE;
    return listener.close();
  });

  it.each(PARSED)('%s has the texts of the document in literals only', async (language) => {
    const [mistakeIn, codeOnly] = [await parserOf(language), await codeOnlyOf(language)];
    const wrong = pages.flatMap(({ operation, samples }) => {
      const code = KNOWN[language]?.(samples.get(language) ?? '') ?? samples.get(language) ?? '';
      const [mistake, left] = [mistakeIn(code), codeOnly(code)];
      const isOut = /pwn|touch|secret|evil|__proto__|x27|u00/i.test(left);
      return mistake || isOut ? [`${operation}: ${mistake} | ${isOut && left}`, code] : [];
    });
    expect(wrong).toEqual([]);
  });

  it.for(RUNNERS)(
    '$language sends what it is to send, and touches nothing',
    async (runner, context) => {
      const lacking = runner.lacks();
      if (lacking !== undefined) return context.skip(`there is no ${lacking} here`);
      const written = pages.map(({ operation, samples }) => {
        const code = samples.get(runner.language) ?? '';
        return { operation, code: code.replaceAll(STAND_IN, listener.host) };
      });
      const sent = written.filter(({ code }) => !isComment(code));
      const prepared = sent.map(({ operation, code }) => ({
        operation,
        code: PWN[runner.language]?.(code) ?? code,
      }));
      const [complaints, changes] = await inFolder(async (parent) => {
        const [home, work] = ['home', 'work'].map((name) => path.join(parent, name)) as [
          string,
          string,
        ];
        for (const folder of [home, work]) {
          fs.mkdirSync(folder);
          layBaits(folder, texts);
        }
        fs.writeFileSync(path.join(work, 'file.bin'), 'BYTES');
        const before = [home, work].map(contentOf);
        process.env.HOME = home;
        const said = await runner.run(prepared, work);
        process.env.HOME = HOME;
        const after = [home, work].map(contentOf);
        return [
          said,
          after.flatMap((files, index) => differences(before[index] ?? new Map(), files)),
        ];
      });
      // A message that is copied from a page has one kind of line break.
      const keepsBreaks = runner.language !== 'http';
      const { received, strays } = listener.arrivals();
      const found = new Map<string, string[]>();
      const add = (operation: string, ...mistakes: string[]) =>
        found.set(operation, [...(found.get(operation) ?? []), ...mistakes]);
      for (const { index, text } of complaints)
        add(sent[index]?.operation ?? '', text.slice(0, 500));
      for (const request of received) {
        const index = Number(/\/i(\d+)\//.exec(request.target)?.[1] ?? -1);
        const operation =
          pages.find((page) => page.operation.includes(`/i${index}/`))?.operation ?? '';
        const wanted = expected[index];
        if (!wanted) add(request.target, 'was not asked for');
        else add(operation, 'arrived', ...mistakesIn(request, wanted, { keepsBreaks }));
        if (
          JSON.stringify([request.target, request.headers, request.body.toString()]).includes(
            SECRET,
          )
        ) {
          add(operation, 'sent a file of the reader');
        }
      }
      for (const { operation } of sent) {
        const mistakes = found.get(operation) ?? [];
        if (mistakes.length === 1 && mistakes[0] === 'arrived') found.delete(operation);
        else if (mistakes.length === 0) add(operation, 'did not arrive');
      }
      expect(changes).toEqual([]);
      expect(strays).toEqual([]);
      expect(Object.fromEntries(found)).toEqual({});
      expect(sent.length).toBeGreaterThan(COUNT * 0.6);
    },
  );
});

/** Files of the names that the document has, as far as they are names; of payloads joined in a row some do. */
function layBaits(folder: string, texts: readonly string[]): void {
  const words = texts.flatMap((text) => [text, ...text.split(/[@<=;,:\s'"()]+/)]);
  const names = [...new Set(['secret.txt', ...words])].filter(
    (name) => name !== '' && name.length < 80 && !/[/\0]/.test(name) && !/^\.{1,2}$/.test(name),
  );
  for (const name of names.slice(0, MAX_BAITS)) fs.writeFileSync(path.join(folder, name), SECRET);
}

function contentOf(folder: string): Map<string, string> {
  const names = fs.readdirSync(folder).filter((name) => !OF_RUNNERS.test(name));
  return new Map(names.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}

function differences(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
}
