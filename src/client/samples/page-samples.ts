import type { SampleRequest } from '../../model/request/request.ts';
import { curl } from '../../model/samples/languages/shell.ts';
import type { Placeholder } from '../../model/samples/placeholder.ts';
import {
  chosenLanguages,
  isGenerated,
  type SampleModel,
  writeSample,
} from '../../model/samples/sample.ts';
import type { PageInfo } from '../../slices/slice.ts';
import { highlighted, learn } from './grammars.ts';

/** What the server rendered, to be restored. */
const originals = new Map<Element, string>();
/** What is copied instead of the text of a sample: with the reader's credentials, which samples do not show. */
const copied = new WeakMap<Element, () => string>();
/** Counts updates: only the latest one is completed. */
let turn = 0;

export interface ShownOptions {
  readonly placeholders?: readonly Placeholder[] | undefined;
  readonly sent?: SampleRequest;
}

/**
 * Writes a request into the page's generated samples; the document's own do not change. The grammar of the
 * visible language is loaded first.
 *
 * @param shown The page's samples.
 * @param placeholders Words that readers replace; by default, those of the page's samples.
 * @param sent The request with what samples do not show, but are copied with.
 */
export async function showSamples(
  request: SampleRequest,
  { samples }: PageInfo,
  shown: readonly SampleModel[],
  { placeholders, sent = request }: ShownOptions = {},
): Promise<void> {
  turn += 1;
  const current = turn;
  // Before the page's script handles the click. The same function is added once.
  document.addEventListener('click', copySent, true);
  for (const language of chosenLanguages(samples)) {
    const panel = document.getElementById(`sample-${language.id}`);
    const sample = shown.find(({ id }) => id === language.id);
    if (!sample || !isGenerated(sample)) continue;
    const own = sample.variants.at(-1);
    const code = [...(panel?.querySelectorAll('pre code') ?? [])].at(-1);
    if (!panel || !code) continue;
    if (!panel.hidden) await learn(language.language);
    if (current !== turn) return;
    if (!originals.has(code)) originals.set(code, code.innerHTML);
    copied.set(code, () => writeSample(sent, language));
    // The code is escaped.
    const text = writeSample(request, language);
    code.innerHTML = highlighted(text, language.language, placeholders ?? own?.placeholders);
  }
}

/** Restores the page's own samples. */
export function restoreSamples(): void {
  turn += 1;
  for (const [code, html] of originals) {
    code.innerHTML = html;
    copied.delete(code);
  }
  originals.clear();
}

/** What is copied instead of the text of some code. */
export function copyAs(code: Element, textOf: () => string): void {
  copied.set(code, textOf);
}

/** Has a button of a sample copy what is sent. */
function copySent({ target }: Event): void {
  const button = (target as Element).closest<HTMLElement>('[data-copy]');
  const code = [...(button?.previousElementSibling?.querySelectorAll('code') ?? [])].at(-1);
  const text = code && copied.get(code)?.();
  if (!button || text === undefined) return;
  button.dataset.copy = text;
  // The page keeps no credentials.
  setTimeout(() => {
    button.dataset.copy = '';
  });
}

/** The request as a curl command. */
export function curlText(request: SampleRequest): string {
  return writeSample(request, curl);
}

/** The same as highlighted HTML, for when a browser cannot send it. */
export function curlOf(request: SampleRequest): string {
  return highlighted(curlText(request), curl.language);
}
