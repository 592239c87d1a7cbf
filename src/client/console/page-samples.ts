import { highlight } from '../../model/highlight.ts';
import { curl } from '../../model/languages/shell.ts';
import type { SampleRequest } from '../../model/request.ts';
import { chosenLanguages, writeSample } from '../../model/sample.ts';
import type { PageInfo } from '../../slices/slice.ts';

/** What the server drew, to be put back. */
const originals = new Map<Element, string>();

/** Writes a request into the page's samples that the generator made; the document's own stay as they are. */
export function showSamples(request: SampleRequest, { samples }: PageInfo): void {
  for (const language of chosenLanguages(samples)) {
    // Where there are several of a language, ours is the last one.
    const code = [...document.querySelectorAll(`#sample-${language.id} pre code`)].at(-1);
    if (!code) continue;
    if (!originals.has(code)) originals.set(code, code.innerHTML);
    // `highlight` escapes the code.
    code.innerHTML = highlight(writeSample(request, language), language.language);
  }
}

/** Puts the page's own samples back. */
export function restoreSamples(): void {
  for (const [code, html] of originals) code.innerHTML = html;
  originals.clear();
}

/** A request for the command line, the way out where a browser cannot send it. */
export function curlOf(request: SampleRequest): string {
  return writeSample(request, curl);
}
