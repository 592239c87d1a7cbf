import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSiteTheme } from '../../../src/site/site-theme.ts';

let site: string;
beforeEach(() => {
  site = fs.mkdtempSync(path.join(os.tmpdir(), 'site-theme-'));
});
afterEach(() => fs.rmSync(site, { recursive: true }));

type Files = Readonly<Record<string, string>>;

function read(files: Files) {
  for (const [file, content] of Object.entries(files)) {
    const full = path.join(site, file);
    fs.mkdirSync(path.dirname(full), { recursive: true });
    fs.writeFileSync(full, content);
  }
  const { leftOut, problems } = readSiteTheme(site);
  const place = path.relative(process.cwd(), site).replaceAll(path.sep, '/');
  return {
    leftOut,
    messages: problems.map(
      ({ file, line, message }) => `${file.slice(place.length + 1)}:${line} ${message}`,
    ),
  };
}

const CASES: readonly (readonly [
  name: string,
  files: Files,
  leftOut: readonly string[],
  messages: readonly RegExp[],
])[] = [
  ['no code', {}, [], []],
  [
    'a wrapper',
    {
      'src/theme/ApiItem/index.tsx': `import ApiItem from '@theme-original/ApiItem';
import type ApiItemType from '@theme/ApiItem/Layout';
export default (props) => <ApiItem {...props} />;`,
    },
    [],
    [],
  ],
  [
    'a component that was copied from the stock theme',
    {
      'src/theme/ApiExplorer/Body/index.tsx': `// A copy
import FormSelect from '@theme/ApiExplorer/FormSelect';
import { setBody } from './slice';`,
      'src/theme/ApiExplorer/Body/slice.ts': 'export const setBody = 1;',
    },
    ['ApiExplorer/Body'],
    [
      /^src\/theme\/ApiExplorer\/Body\/index\.tsx:2 .* is left out.*needs @theme\/ApiExplorer\/FormSelect/,
      /^src\/theme\/ApiExplorer\/Body\/slice\.ts:1 .* is never shown: .*, ApiExplorer\/Body\/slice\.$/,
    ],
  ],
  [
    'a copy that needs a package through another file',
    {
      'src/theme/StatusCodes/index.js': `import { useStore } from './hooks';`,
      'src/theme/StatusCodes/hooks.js': `\nimport { useSelector } from 'react-redux';`,
    },
    ['StatusCodes'],
    [
      /^src\/theme\/StatusCodes\/hooks\.js:2 src\/theme\/StatusCodes\/index\.js is left out.*needs react-redux/,
      /^src\/theme\/StatusCodes\/hooks\.js:2 It imports react-redux/,
    ],
  ],
  [
    'a wrapper that reads a property of the stock theme',
    {
      'src/theme/ParamsItem/index.tsx': `import Original from '@theme-original/ParamsItem';
export default (props) => <b data-r={props.param.required}><Original {...props} /></b>;`,
    },
    ['ParamsItem'],
    [/^src\/theme\/ParamsItem\/index\.tsx:2 .*reads the property "param"/],
  ],
  [
    'a wrapper that mentions it in a comment, and one of ours',
    {
      'src/theme/ParamsItem/index.tsx': `/* props.param */
import Original from '@theme-original/ParamsItem';
export default (props) => <Original {...props} />;`,
      'src/theme/StatusCodes/index.tsx': `import { useOperation } from 'docusaurus-openapi-reference/dist/client/app/page-context.js';
export default ({ responses }) => responses;`,
    },
    [],
    [],
  ],
  [
    'a component that does not exist here',
    { 'src/theme/ApiItem/Layout/index.js': `import Layout from '@theme-original/ApiItem/Layout';` },
    [],
    [/^src\/theme\/ApiItem\/Layout\/index\.js:1 .*is never shown.*ApiItem\/Layout\.$/],
  ],
  [
    'imports in other code',
    {
      'src/components/Embed.jsx': `import React from 'react';
import ApiItem from 'docusaurus-theme-openapi-docs/lib/theme/ApiItem';`,
      'src/pages/own.js': `const Loader = require('@theme/SkeletonLoader');`,
      'src/pages/types.ts': `import type { Props } from '@theme/ApiItem/hooks';`,
      'src/pages/ours.tsx': `import Markdown from '@theme/Markdown'; import Tabs from '@theme/Tabs';`,
      'src/pages/some.test.ts': `import '@theme/ApiItem/hooks';`,
    },
    [],
    [
      /^src\/components\/Embed\.jsx:2 It imports docusaurus-theme-openapi-docs\/lib\/theme\/ApiItem/,
      /^src\/pages\/own\.js:1 It imports @theme\/SkeletonLoader/,
    ],
  ],
  [
    "a module of the stock theme's name that the site has itself",
    {
      'src/theme/SkeletonLoader/index.js': 'export default () => null;',
      'src/pages/own.js': `import Loader from '@theme/SkeletonLoader';`,
    },
    [],
    [/^src\/theme\/SkeletonLoader\/index\.js:1 .*is never shown/],
  ],
  [
    'what the stock theme adds to browsers',
    {
      'src/a.js': `export const a = Buffer.from('a');`,
      'src/b.js': `import { Buffer } from 'buffer/';\nexport const b = Buffer.from('b');`,
    },
    [],
    [/^src\/a\.js:1 It uses Buffer/, /^src\/b\.js:1 It imports buffer\//],
  ],
  [
    'styles',
    {
      'src/css/custom.css': `.api-method > .menu__link { color: red }
/* .openapi-explorer */
.openapi-left-panel__container, .openapi-tabs__heading { color: red }
.theme-api-markdown { color: red }`,
      'src/css/own.scss': '.my-openapi-tabs, .openapi-own { color: red }',
      'src/css/z.css': '.openapi-explorer__request-btn { color: red }',
    },
    [],
    [
      /^src\/css\/custom\.css:3 Styles of \.openapi-left-panel__container and 3 more have no effect: .* Also in src\/css\/z\.css\.$/,
    ],
  ],
];

it.each(CASES)('%s', (_name, files, leftOut, messages) => {
  const found = read(files);
  expect(found.leftOut).toEqual(leftOut);
  expect(found.messages).toEqual(messages.map((one) => expect.stringMatching(one)));
});
