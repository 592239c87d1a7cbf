import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { notesIn } from '../../../../src/client/app/drawn-notes.ts';
import { clearNotes, notesEnv, readNotes } from '../../../../src/site/shards/notes.ts';

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'notes-'));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

const note = (page: string, isKept: boolean) => ({
  path: page,
  key: page,
  isKept,
  milliseconds: 1,
});
const notesOf = (language: string): string =>
  path.join(notesEnv(root).REFERENCE_NOTES ?? '', language);

it('reads what static rendering has noted, in the order of paths', () => {
  const write = notesIn(notesOf('en'), 'key of the site');
  for (const page of ['/b', '/a', '/c']) write(note(page, page === '/c'));
  notesIn(notesOf('de'), 'another')(note('/de/a', false));
  expect(readNotes(root, 'en')).toEqual({
    site: 'key of the site',
    pages: [note('/a', false), note('/b', false), note('/c', true)],
  });
  expect(readNotes(root, 'de').site).toBe('another');
});

it('has a page as rendered that was known only because the same run had rendered it before', () => {
  const write = notesIn(notesOf('en'), 'site');
  for (const [page, isKept] of [
    ['/a', false],
    ['/b', true],
    ['/a', true],
    ['/b', true],
  ] as const)
    write(note(page, isKept));
  expect(readNotes(root, 'en').pages).toEqual([note('/a', false), note('/b', true)]);
});

it('reads the notes of all threads', () => {
  notesIn(notesOf('en'), 'site')(note('/a', false));
  fs.writeFileSync(path.join(notesOf('en'), '1.7.jsonl'), `${JSON.stringify(note('/b', false))}\n`);
  expect(readNotes(root, 'en').pages.map((one) => one.path)).toEqual(['/a', '/b']);
});

it('has nothing of a language that was not rendered, nor of a run before', () => {
  notesIn(notesOf('en'), 'site')(note('/a', false));
  clearNotes(root);
  expect(readNotes(root, 'en')).toEqual({ site: '', pages: [] });
});
