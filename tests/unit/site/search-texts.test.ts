import { expect, it } from 'vitest';
import { wholeFolders } from '../../../src/site/search-texts.ts';

it.each([
  ['a folder', ['a/x.html', 'a/b/y.html'], [], ['a'], []],
  ['a file at the root', ['index.html', 'a/x.html'], [], ['a'], ['index.html']],
  ['a folder beside another page', ['a/b/x.html', 'a/y.html'], ['a/z.html'], ['a/b'], ['a/y.html']],
  ['a folder that begins like another', ['a/x.html'], ['ab/x.html'], ['a'], []],
  ['nothing', [], ['a/x.html'], [], []],
])('the folders that pagefind reads itself: %s', (_name, files, others, folders, rest) => {
  expect(wholeFolders(files, others)).toEqual({ folders, files: rest });
});
