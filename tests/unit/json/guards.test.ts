import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../../../src');

/** Folders that handle values of documents. */
const FOLDERS = ['model', 'rules', 'slices', 'search', 'theme', 'theme-app', 'theme-site'];

/** What goes wrong with a number that is an object, and what to use instead. */
const TRAPS: Readonly<Record<string, RegExp>> = {
  'isObject of the guards': /typeof [\w.?]+ [!=]== 'object'/,
  'isNumber of json/number.ts': /typeof [\w.?]+ [!=]== 'number'/,
  'parseJson of json/text.ts': /JSON\.parse\(/,
  'jsonText of json/text.ts': /JSON\.stringify\(/,
};

/** Files that use these for other values: texts, names, keys of maps, files of their own. */
const OTHER_VALUES: Readonly<Record<string, readonly string[]>> = {
  isObject: [],
  isNumber: ['model/page/info-page.ts', 'model/schema/schema-check.ts'],
  jsonText: [
    'model/examples/yaml.ts',
    'model/page/change.ts',
    'model/page/structured-data.ts',
    'model/request/parameter.ts',
    'model/samples/languages/body.ts',
    'model/samples/languages/library.ts',
    'model/schema/ref.ts',
    'model/schema/value-text.ts',
    'rules/tokens.ts',
    'rules/values.ts',
    'search/build.ts',
    'theme-site/PhoneMenu/index.tsx',
  ],
};

describe.each(Object.entries(TRAPS))('%s', (name, trap) => {
  it('stands in for what knows no exact numbers', () => {
    const found = FOLDERS.flatMap((folder) =>
      fs
        .readdirSync(path.join(SRC, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`)
        .filter((file) => trap.test(fs.readFileSync(path.join(SRC, file), 'utf8'))),
    );
    const [use = ''] = name.split(' ');
    expect(found.sort()).toEqual(OTHER_VALUES[use] ?? []);
  });
});
