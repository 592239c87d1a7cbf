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
import { showBaseUrl } from '../console/page-endpoint.ts';
import { rememberedServer } from '../console/remembered.ts';
import { maskedSecrets, readSecrets } from '../console/secrets.ts';
import { highlighted } from './grammars.ts';
import { showSamples } from './page-samples.ts';
import { isConsoleOpen } from './selection.ts';

/** Shows the server of the document again. */
let restoreBase = (): void => {};

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
  restoreBase();
  if (own) restoreBase = showBaseUrl(own.baseUrl);
  const shown = own && { ...own, secrets: maskedSecrets(own.secrets) };
  const filled = buildRequest(operation, raw, context, { ...contents, own: shown });
  const { placeholders, ...request } = filled;
  const sent = own && buildRequest(operation, raw, context, { ...contents, own });
  await showSamples(request, context.page, operation.samples, {
    placeholders,
    ...(sent && { sent }),
  });
}

/** The server that the reader has chosen, or has entered credentials for; samples show these only if they may. */
function ownServer(operation: OperationModel, { page }: ModelContext): OwnServer | undefined {
  const chosen = rememberedServer(page.api);
  const baseUrl = chosenBaseUrl({ operation }, initialServer(operation, chosen));
  const secrets = page.maskCredentials ? {} : readSecrets(page, baseUrl);
  const isOwn = Object.keys(chosen).length + Object.keys(secrets).length > 0;
  return isOwn ? { baseUrl, secrets } : undefined;
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
