import type { SampleRequest } from '../../model/request/request.ts';
import { curl } from '../../model/samples/languages/shell.ts';
import { chosenLanguages, writeSample } from '../../model/samples/sample.ts';
import type { PageInfo } from '../../slices/slice.ts';
import { coloured, learn } from './grammars.ts';

/** What the server drew, to be put back. */
const originals = new Map<Element, string>();
/** Counts what was asked for: what is older than the last is not finished. */
let turn = 0;

/**
 * Writes a request into the page's samples that the generator made; the document's own stay as they are. Of
 * the language that is shown the grammar is loaded first.
 */
export async function showSamples(request: SampleRequest, { samples }: PageInfo): Promise<void> {
  turn += 1;
  const own = turn;
  for (const language of chosenLanguages(samples)) {
    const panel = document.getElementById(`sample-${language.id}`);
    // Where there are several of a language, ours is the last one.
    const code = [...(panel?.querySelectorAll('pre code') ?? [])].at(-1);
    if (!panel || !code) continue;
    if (!panel.hidden) await learn(language.language);
    if (own !== turn) return;
    if (!originals.has(code)) originals.set(code, code.innerHTML);
    // The code is escaped.
    code.innerHTML = coloured(writeSample(request, language), language.language);
  }
}

/** Puts the page's own samples back. */
export function restoreSamples(): void {
  turn += 1;
  for (const [code, html] of originals) code.innerHTML = html;
  originals.clear();
}

/** A request for the command line, the way out where a browser cannot send it. */
export function curlOf(request: SampleRequest): string {
  return coloured(writeSample(request, curl), curl.language);
}
