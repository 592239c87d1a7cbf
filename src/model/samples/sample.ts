import type { ModelContext } from '../page/context.ts';
import type { OperationModel } from '../page/page.ts';
import { isToken, type SampleRequest } from '../request/request.ts';
import { sendable } from '../request/sendable.ts';
import { type CodeSample, codeSamplesOf } from './code-samples.ts';
import type { Language } from './languages/language.ts';
import { LANGUAGES } from './languages/table.ts';
import { buildRequest } from './sample-request.ts';

/** What a page shows of one language. */
export interface SampleModel {
  /** Stable id: `curl`, `python`, `javascript`, `go`; `x-perl` for one that only an author writes. */
  readonly id: string;
  /** `curl`, `Python`. */
  readonly label: string;
  /** At least one: the author's, then ours. */
  readonly variants: readonly SampleVariant[];
}

/** Request code. */
export interface SampleVariant {
  /** The author's name for it, or the language's; none of ours. */
  readonly label?: string;
  /** Highlighting language. */
  readonly language: string;
  readonly code: string;
}

/**
 * Requests as code: those of the document's author (`x-codeSamples`), then one in every language that
 * the maintainer asks for, else of the whole table. A language is there once, with all it has.
 * `operation` is what the page shows, `raw` the same as the document has it.
 */
export function samplesOf(
  operation: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
): SampleModel[] {
  const samples = new Map<string, SampleModel>();
  const authored = codeSamplesOf(raw).map(authoredSample);
  for (const { id, label, variants } of [...authored, ...writtenSamples(operation, raw, context)]) {
    const known = samples.get(id)?.variants ?? [];
    samples.set(id, { id, label, variants: [...known, ...variants] });
  }
  return [...samples.values()];
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

/** None where the method could not be sent, or by nobody but the API itself. */
function writtenSamples(
  operation: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
): SampleModel[] {
  const chosen = chosenLanguages(context.page.samples);
  if (operation.kind === 'webhook' || chosen.length === 0 || !isToken(operation.method)) {
    return [];
  }
  const request = buildRequest(operation, raw, context);
  return chosen.map((language) => {
    const { id, label, language: highlighting } = language;
    const code = writeSample(request, language);
    return { id, label, variants: [{ language: highlighting, code }] };
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
 * Writes a request in a language; where the language cannot send it, a comment that says so. Pure, and light
 * enough for a browser.
 */
export function writeSample(request: SampleRequest, language: Language): string {
  const checked = sendable(request);
  if (typeof checked === 'string') return language.comment(checked);
  const reason = language.cannot?.(checked);
  return reason === undefined ? language.write(checked) : language.comment(reason);
}
