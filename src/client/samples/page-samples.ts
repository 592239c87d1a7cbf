import type { SampleRequest } from '../../model/request/request.ts';
import { curl } from '../../model/samples/languages/shell.ts';
import { chosenLanguages, type SampleModel, writeSample } from '../../model/samples/sample.ts';
import type { PageInfo } from '../../slices/slice.ts';
import { highlighted, learn } from './grammars.ts';

/** What the server rendered, to be restored. */
const originals = new Map<Element, string>();
/** Counts updates: only the latest one is completed. */
let turn = 0;

/**
 * Writes a request into the page's generated samples; the document's own do not change. The grammar of the
 * visible language is loaded first.
 *
 * @param shown The page's samples.
 */
export async function showSamples(
  request: SampleRequest,
  { samples }: PageInfo,
  shown: readonly SampleModel[],
): Promise<void> {
  turn += 1;
  const current = turn;
  for (const language of chosenLanguages(samples)) {
    const panel = document.getElementById(`sample-${language.id}`);
    // If a language has several samples, ours is the last one, and has no label.
    const own = shown.find(({ id }) => id === language.id)?.variants.at(-1);
    if (own?.label !== undefined) continue;
    const code = [...(panel?.querySelectorAll('pre code') ?? [])].at(-1);
    if (!panel || !code) continue;
    if (!panel.hidden) await learn(language.language);
    if (current !== turn) return;
    if (!originals.has(code)) originals.set(code, code.innerHTML);
    // The code is escaped.
    const text = writeSample(request, language);
    code.innerHTML = highlighted(text, language.language, own?.placeholders);
  }
}

/** Restores the page's own samples. */
export function restoreSamples(): void {
  turn += 1;
  for (const [code, html] of originals) code.innerHTML = html;
  originals.clear();
}

/** The request as a curl command, for when a browser cannot send it. */
export function curlOf(request: SampleRequest): string {
  return highlighted(writeSample(request, curl), curl.language);
}
