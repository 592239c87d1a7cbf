import { asObject, type JsonObject, own } from '../../json/guards.ts';
import type { ModelContext } from '../page/context.ts';
import { callbacksIn } from '../page/operation.ts';
import type { OperationModel } from '../page/page.ts';
import type { ExampleModel, MediaTypeModel } from '../request/media-type.ts';
import { type Selection, wantedIn } from '../samples/selection.ts';
import { generatedExample, hasOptional } from './example.ts';
import { generatedSample } from './example-value.ts';
import type { SampleOptions } from './sampling.ts';

/** A generated example of a page for what a reader has chosen. */
export interface SelectedExample {
  /** Anchor of the media type or variant that has the example. */
  readonly anchor: string;
  readonly example: ExampleModel;
}

/**
 * The generated examples of an operation's bodies, and of those of its callbacks, for what a reader has chosen; those of
 * the document stay as they are. `operation` is the page's model, `raw` the same as in the document.
 */
export function selectedExamples(
  operation: Pick<OperationModel, 'kind' | 'requestBody' | 'responses' | 'callbacks'>,
  raw: JsonObject,
  context: ModelContext,
  selection: Selection,
): SelectedExample[] {
  // The choice of fields is about what readers send: they do not send webhooks.
  const fields = operation.kind === 'webhook' ? 'all' : (selection.fields ?? 'all');
  const { content = [], anchor: body = '' } = operation.requestBody ?? {};
  const ofRequest = examplesIn(content, context.resolve(raw.requestBody), context, {
    direction: 'request',
    fields,
    wanted: wantedIn(selection, body, context),
  });
  const ofResponses = operation.responses.flatMap(({ status, anchor, content }) =>
    examplesIn(content, context.resolve(own(raw.responses, status)), context, {
      direction: 'response',
      wanted: wantedIn(selection, anchor, context),
    }),
  );
  const sources = callbacksIn(raw.callbacks, context);
  const ofCallbacks = operation.callbacks.flatMap(({ operation: callback }, index) =>
    selectedExamples(callback, sources[index]?.raw ?? {}, context, selection),
  );
  return [...ofRequest, ...ofResponses, ...ofCallbacks];
}

function examplesIn(
  content: readonly MediaTypeModel[],
  raw: JsonObject | undefined,
  context: ModelContext,
  options: SampleOptions,
): SelectedExample[] {
  return content.flatMap((model) => {
    const media = asObject(context.resolve(own(raw?.content, model.mediaType)));
    const [only, ...others] = model.examples;
    if (only?.generated && others.length === 0)
      return exampleFor(model.anchor, model.mediaType, media, context, options);
    const choices = model.schema?.choices?.options ?? [];
    const sources = choices.map(({ anchor }) => context.sources.get(anchor));
    return choices.flatMap(({ anchor, example }, index) => {
      if (!example) return [];
      const wanted = new Set(options.wanted);
      for (const source of sources) wanted.delete(source);
      wanted.add(sources[index]);
      return exampleFor(anchor, model.mediaType, media, context, { ...options, wanted });
    });
  });
}

function exampleFor(
  anchor: string,
  mediaType: string,
  media: JsonObject,
  context: ModelContext,
  options: SampleOptions,
): SelectedExample[] {
  const sample = generatedSample(mediaType, media, context, options);
  if (!sample) return [];
  const isPart = options.direction === 'request' && hasOptional(mediaType, media, context);
  const fields = isPart ? options.fields : undefined;
  return [{ anchor, example: generatedExample(sample, mediaType, media, context, fields) }];
}
