import type { ModelContext } from './context.ts';
import type { Language } from './languages/language.ts';
import { LANGUAGES } from './languages/table.ts';
import type { OperationModel } from './page.ts';
import { buildRequest, type SampleRequest } from './request.ts';

/** Request code in a language. */
export interface SampleModel {
  /** Stable id: `curl`, `python`, `javascript`, `go`. */
  readonly id: string;
  /** `curl`, `Python`. */
  readonly label: string;
  /** Highlighting language. */
  readonly language: string;
  readonly code: string;
}

/**
 * Requests as code, in every language of the table. `operation` is what the page shows, `raw` the
 * same as the document has it. None where the method could not be sent.
 */
export function samplesOf(
  operation: Omit<OperationModel, 'samples'>,
  raw: unknown,
  context: ModelContext,
): SampleModel[] {
  if (!/^[A-Z][A-Z-]*$/.test(operation.method)) {
    return [];
  }
  const request = buildRequest(operation, raw, context);
  return LANGUAGES.map((language) => {
    const { id, label, language: highlighting } = language;
    return { id, label, language: highlighting, code: writeSample(request, language) };
  });
}

/** Writes a request in a language. Pure, and light enough for a browser. */
export function writeSample(request: SampleRequest, language: Language): string {
  return language.write(request);
}
