import { asArray, asString, own } from '../../json/guards.ts';
import { languageId } from './languages/names.ts';

/** The extension of operations with samples written by authors, and its older spelling. */
export const CODE_SAMPLES = ['x-codeSamples', 'x-code-samples'] as const;

/** A sample written by the author of a document. */
export interface CodeSample {
  /** From the table of languages, or derived from `lang`: `x-perl`. */
  readonly id: string;
  /** As the author writes it. */
  readonly lang: string;
  readonly label?: string;
  readonly source: string;
}

/** The samples in `x-codeSamples`, in order; malformed entries are omitted. */
export function codeSamplesOf(operation: unknown): CodeSample[] {
  return CODE_SAMPLES.flatMap((key) => asArray(own(operation, key))).flatMap((entry) => {
    const lang = asString(own(entry, 'lang'))?.trim();
    const label = asString(own(entry, 'label'))?.trim();
    const source = asString(own(entry, 'source'));
    return lang && source?.trim()
      ? [{ id: languageId(lang) ?? ownId(lang), lang, source, ...(label && { label }) }]
      : [];
  });
}

/** Part of an anchor, so only letters and digits. */
function ownId(lang: string): string {
  const word = lang.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `x-${word.replace(/^-|-$/g, '') || 'other'}`;
}
