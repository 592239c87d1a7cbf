import { exampleAnchor, REQUEST } from '../../address/anchor.ts';
import { selectedExamples } from '../../model/examples/selected-examples.ts';
import { createContext, type ModelContext } from '../../model/page/context.ts';
import { buildOperationPage, sourceOf } from '../../model/page/operation.ts';
import type { OperationModel } from '../../model/page/page.ts';
import { chosenBaseUrl, initialServer } from '../../model/request/chosen-server.ts';
import type { ExampleModel } from '../../model/request/media-type.ts';
import { buildRequest, type OwnServer } from '../../model/samples/sample-request.ts';
import { type Selection, wantedIn } from '../../model/samples/selection.ts';
import type { SliceDocument } from '../../slices/slice.ts';
import { say } from '../app/words.ts';
import { rememberedServer } from '../console/remembered.ts';
import { maskedSecrets, readSecrets } from '../console/secrets.ts';
import { highlighted } from './grammars.ts';
import { showSamples } from './page-samples.ts';
import { isConsoleOpen } from './selection.ts';

/** Writes what a reader has chosen into the page's samples and examples. Loaded on demand. */
export async function writeSelection(slice: SliceDocument, selection: Selection): Promise<void> {
  const context = createContext(slice, { say });
  const operation = buildOperationPage(context);
  const { raw } = sourceOf(context);
  for (const { anchor, example } of selectedExamples(operation, raw, context, selection))
    showExample(exampleAnchor(anchor), example);
  // The console shows its own request.
  if (isConsoleOpen()) return;
  const { fields } = selection;
  const wanted = wantedIn(selection, REQUEST, context);
  const contents = { ...(fields && { fields }), wanted };
  const own = ownServer(operation, context);
  const shown = own && { ...own, secrets: maskedSecrets(own.secrets) };
  const filled = buildRequest(operation, raw, context, { ...contents, own: shown });
  const { placeholders, ...request } = filled;
  const sent = own && buildRequest(operation, raw, context, { ...contents, own });
  await showSamples(request, context.page, operation.samples, {
    placeholders,
    ...(sent && { sent }),
  });
}

/** The reader's server, if credentials are stored for it. */
function ownServer(operation: OperationModel, { page }: ModelContext): OwnServer | undefined {
  if (page.maskCredentials) return undefined;
  const baseUrl = chosenBaseUrl(
    { operation },
    initialServer(operation, rememberedServer(page.api)),
  );
  const secrets = readSecrets(page, baseUrl);
  return Object.keys(secrets).length > 0 ? { baseUrl, secrets } : undefined;
}

function showExample(anchor: string, { value = '', label, language }: ExampleModel): void {
  const place = document.getElementById(anchor);
  const code = place?.querySelector('code');
  if (!code || code.textContent === value) return;
  // The code is escaped.
  code.innerHTML = highlighted(value, language);
  // The same one below the samples.
  const also = document.querySelector(`.ref-samples [href="#${CSS.escape(anchor)}"] + div code`);
  if (also) also.innerHTML = code.innerHTML;
  const summary = place?.closest('details')?.querySelector('summary');
  if (summary) summary.textContent = label;
}
