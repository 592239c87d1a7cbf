import fs from 'node:fs';
import path from 'node:path';
import type { DrawnNote } from '../../client/app/drawn-pages.ts';
import { LAYOUT } from '../../generate/layout.ts';

/** Environment variables for processes that note what they render. */
export function notesEnv(root: string): NodeJS.ProcessEnv {
  return { REFERENCE_NOTES: path.join(root, LAYOUT.notes) };
}

/** What was rendered in a language. */
export interface DrawnNotes {
  /** See `siteKey`; empty if nothing was rendered. */
  readonly site: string;
  /** In the order of their paths. */
  readonly pages: readonly DrawnNote[];
}

/** Reads what static rendering has noted. */
export function readNotes(root: string, language: string): DrawnNotes {
  const folder = path.join(root, LAYOUT.notes, language);
  if (!fs.existsSync(folder)) return { site: '', pages: [] };
  const notes = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line): DrawnNote => JSON.parse(line));
  // If a process has failed, another one has read what it had rendered.
  const pages = new Map<string, DrawnNote>();
  for (const note of notes) {
    const isKept = note.isKept && pages.get(note.path)?.isKept !== false;
    pages.set(note.path, { ...note, isKept });
  }
  return {
    site: fs.readFileSync(path.join(folder, 'key.txt'), 'utf8'),
    pages: [...pages.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** Removes what was noted, before and after a run. */
export function clearNotes(root: string): void {
  fs.rmSync(path.join(root, LAYOUT.notes), { recursive: true, force: true });
}
