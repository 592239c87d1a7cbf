import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { siteStyles } from '../../../src/site/site-styles.ts';

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'site-styles-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['none', {}, []],
  [
    'of a replaced component',
    { 'src/theme/Badge/index.js': `import s from './s.module.css'; export default () => <b/>;` },
    ['src/theme/Badge/s.module.css'],
  ],
  [
    'of a wrapped one in a file of its own, from elsewhere in the site',
    {
      'src/theme/Badge.tsx': `import Badge from '@theme-original/Badge';
        import '@site/src/css/badge.scss';
        export default function Wrapper(props: object) { return <Badge {...props} />; }`,
    },
    ['src/css/badge.scss'],
  ],
  [
    'of what it imports',
    {
      'src/theme/Badge/index.jsx': `import Pill from '../../components/Pill'; import img from './a.svg'; export default () => <Pill/>;`,
      'src/components/Pill.jsx': `import s from './pill.css'; import clsx from 'clsx'; export default () => <b/>;`,
    },
    ['src/components/pill.css'],
  ],
  ['not of other components', { 'src/theme/Footer/index.js': `import './s.css';` }, []],
  ['none of what is not valid', { 'src/theme/Badge/index.js': `import {` }, []],
])('styles that no script imports: %s', async (name, files, expected) => {
  const site = path.join(folder, name.replaceAll(/\W/g, ''));
  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    fs.writeFileSync(path.join(site, file), text);
  };
  write('ours/Badge/index.tsx', '');
  for (const [file, text] of Object.entries(files)) write(file, text);
  for (const file of expected) write(file, '');
  const found = await siteStyles(site, path.join(site, 'ours'));
  expect(found.map((file) => path.relative(site, file))).toEqual(expected);
});
