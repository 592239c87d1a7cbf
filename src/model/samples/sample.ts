import type { ModelContext } from '../page/context.ts';
import type { OperationModel } from '../page/page.ts';
import { isToken, type SampleRequest } from '../request/request.ts';
import { sendable } from '../request/sendable.ts';
import { type CodeSample, codeSamplesOf } from './code-samples.ts';
import type { Language } from './languages/language.ts';
import { LANGUAGES } from './languages/table.ts';
import type { Placeholder } from './placeholder.ts';
import { buildRequest } from './sample-request.ts';

/** What a page shows for one language. */
export interface SampleModel {
  /** Stable id: `curl`, `python`, `javascript`, `go`; `x-perl` for one that only an author uses. */
  readonly id: string;
  /** `curl`, `Python`. */
  readonly label: string;
  /** At least one: the author's, then ours. */
  readonly variants: readonly SampleVariant[];
}

/** Request code. */
export interface SampleVariant {
  /** The author's name for it, or the language's; ours have none. */
  readonly label?: string;
  /** Highlighting language. */
  readonly language: string;
  readonly code: string;
  /** Words of the code that readers replace; absent in samples of the document. */
  readonly placeholders?: readonly Placeholder[];
}

/**
 * Requests as code: those of the document's author (`x-codeSamples`), then one in each language that the
 * maintainer has selected, by default the whole table. All samples of a language are together. `operation` is
 * the page's model, `raw` the same as in the document.
 */
export function samplesOf(
  operation: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
): SampleModel[] {
  const samples = new Map<string, SampleModel>();
  const authored = codeSamplesOf(raw).map(authoredSample);
  const own = new Set(context.page.hideGeneratedSamples ? authored.map(({ id }) => id) : []);
  const written = writtenSamples(operation, raw, context).filter(({ id }) => !own.has(id));
  for (const { id, label, variants } of [...authored, ...written]) {
    const known = samples.get(id)?.variants ?? [];
    samples.set(id, { id, label, variants: [...known, ...variants] });
  }
  return [...samples.values()];
}

/** Whether a language has a sample of ours: it comes last, and has no label. */
export function isGenerated({ variants }: SampleModel): boolean {
  return variants.at(-1)?.label === undefined;
}

function authoredSample({ id, lang, label, source }: CodeSample): SampleModel {
  const language = LANGUAGES.find((entry) => entry.id === id);
  const name = language?.label ?? lang;
  const highlighting = language?.language ?? lang.toLowerCase();
  return {
    id,
    label: name,
    variants: [{ label: label ?? name, language: highlighting, code: source.replace(/\n+$/, '') }],
  };
}

/** None if the method cannot be sent, or only the API itself sends the request. */
function writtenSamples(
  operation: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
): SampleModel[] {
  const chosen = chosenLanguages(context.page.samples);
  if (operation.kind === 'webhook' || chosen.length === 0 || !isToken(operation.method)) return [];
  const { placeholders, ...request } = buildRequest(operation, raw, context);
  return chosen.map((language) => {
    const { id, label, language: highlighting } = language;
    const code = writeSample(request, language);
    return { id, label, variants: [{ language: highlighting, code, placeholders }] };
  });
}

/** The languages of samples in the order and with the labels of `samples` in `openapi/apis.ts`. */
export function chosenLanguages(
  choice: ModelContext['page']['samples'] = LANGUAGES,
): readonly Language[] {
  return choice.flatMap(({ id, label }) => {
    const language = LANGUAGES.find((entry) => entry.id === id);
    return language ? [{ ...language, label: label ?? language.label }] : [];
  });
}

/**
 * Writes a request in a language; if the language cannot send it, a comment that says so. Pure, and small
 * enough for a browser.
 */
export function writeSample(request: SampleRequest, language: Language): string {
  const checked = sendable(request);
  if (typeof checked === 'string') return language.comment(checked);
  const reason = language.cannot?.(checked);
  return reason === undefined ? language.write(checked) : language.comment(reason);
}
