import { selectedExamples } from '../../model/examples/selected-examples.ts';
import { createContext } from '../../model/page/context.ts';
import { buildOperationPage, sourceOf } from '../../model/page/operation.ts';
import type { ExampleModel } from '../../model/request/media-type.ts';
import { buildRequest } from '../../model/samples/sample-request.ts';
import { type Selection, wantedIn } from '../../model/samples/selection.ts';
import type { SliceDocument } from '../../slices/slice.ts';
import { say } from '../app/words.ts';
import { highlighted } from './grammars.ts';
import { showSamples } from './page-samples.ts';

/** Writes what a reader has chosen into the page's samples and examples. Loaded on demand. */
export async function writeSelection(slice: SliceDocument, selection: Selection): Promise<void> {
  const context = createContext(slice, { say });
  const operation = buildOperationPage(context);
  const { raw } = sourceOf(context);
  for (const { anchor, example } of selectedExamples(operation, raw, context, selection))
    showExample(document.getElementById(`example-1-of-${anchor}`), example);
  // The console shows its own request.
  if (document.querySelector('.ref-try')) return;
  const { fields } = selection;
  const wanted = wantedIn(selection, 'request', context);
  const request = buildRequest(operation, raw, context, { ...(fields && { fields }), wanted });
  await showSamples(request, context.page, operation.samples);
}

function showExample(
  place: HTMLElement | null,
  { value = '', label, language }: ExampleModel,
): void {
  const code = place?.querySelector('code');
  if (!code || code.textContent === value) return;
  // The code is escaped.
  code.innerHTML = highlighted(value, language);
  const summary = place?.closest('details')?.querySelector('summary');
  if (summary) summary.textContent = label;
}
