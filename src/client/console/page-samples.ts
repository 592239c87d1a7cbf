import { highlight } from '../../model/highlight.ts';
import { LANGUAGES } from '../../model/sample-language.ts';
import { writeSample } from '../../model/sample.ts';
import type { SampleRequest } from '../../model/request.ts';

/** What the server drew, to be put back. */
const originals = new Map<Element, string>();

/** Writes a request into the page's samples that the generator made; the document's own stay as they are. */
export function showSamples(request: SampleRequest): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-sample]')) {
    const language = LANGUAGES.find(({ id }) => id === element.dataset.sample);
    const code = element.querySelector('code');
    if (!language || !code) continue;
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
  const curl = LANGUAGES.find(({ label }) => label === 'curl');
  return curl ? writeSample(request, curl) : '';
}
