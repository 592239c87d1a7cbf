import { describe, expect, it } from 'vitest';
import { selectedExamples } from '../../../../src/model/examples/selected-examples.ts';
import { createContext } from '../../../../src/model/page/context.ts';
import { buildOperationPage, sourceOf } from '../../../../src/model/page/operation.ts';
import type { PageInfo } from '../../../../src/slices/slice.ts';
import { ref, sliceOf } from '../slice-of.ts';

const kind = (value: string) => ({
  required: ['kind'],
  properties: { kind: { const: value }, note: { type: 'string' } },
});
const schemas = { Cash: kind('cash'), Card: kind('card') };
const payment = () => ({ oneOf: [ref('Cash'), ref('Card')] });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const inside = () => json({ required: ['by'], properties: { by: payment() } });
const operation = () => ({ requestBody: inside(), responses: { 200: inside() } });

/** The examples for a choice, by the anchor of what has them. */
function examplesFor(
  document: object,
  page: Partial<PageInfo>,
  anchors: readonly string[],
  fields?: 'all' | 'required',
): Record<string, unknown> {
  const context = createContext(sliceOf({ ...document, components: { schemas } }, page));
  const model = buildOperationPage(context);
  const { raw } = sourceOf(context);
  const selection = { anchors, ...(fields && { fields }) };
  return Object.fromEntries(
    selectedExamples(model, raw, context, selection).map(({ anchor, example }) => [
      anchor,
      JSON.parse(example.value ?? ''),
    ]),
  );
}

const cash = { by: { kind: 'cash', note: 'A comment' } };
const card = { by: { kind: 'card', note: 'A comment' } };
const path = { kind: 'operation', path: '/a', method: 'post' } as const;
const chosen = (prefix: string) => [`${prefix}-by`, `${prefix}-by-card`];

describe('generated examples follow a chosen variant', () => {
  it('in the body of an operation, without the responses', () => {
    const document = { paths: { '/a': { post: operation() } } };
    expect(examplesFor(document, path, chosen('request'))).toEqual({
      'request-application-json': card,
      'response-200-application-json': cash,
    });
  });

  it('in that of a webhook, with all fields whatever the reader sends', () => {
    const document = { webhooks: { paid: { post: operation() } } };
    const page = { kind: 'webhook', path: 'paid', method: 'post' } as const;
    expect(examplesFor(document, page, chosen('request'), 'required')).toEqual({
      'request-application-json': card,
      'response-200-application-json': cash,
    });
    expect(examplesFor(document, page, chosen('response-200'))).toEqual({
      'request-application-json': cash,
      'response-200-application-json': card,
    });
  });

  it('in a stream of records, with what the page says of them', () => {
    const content = { 'application/json-seq': { schema: payment() } };
    const document = { paths: { '/a': { post: { responses: { 200: { content } } } } } };
    const context = createContext(sliceOf({ ...document, components: { schemas } }, path));
    const model = buildOperationPage(context);
    const shown = model.responses[0]?.content[0]?.schema?.choices?.options ?? [];
    const { raw } = sourceOf(context);
    const selection = { anchors: ['response-200-card'] };
    const selected = selectedExamples(model, raw, context, selection);
    expect(shown.map(({ example }) => example?.hasRecords)).toEqual([true, true]);
    expect(selected.map(({ example }) => example)).toEqual(shown.map(({ example }) => example));
  });

  it('in those of callbacks, and in no other ones', () => {
    const callbacks = {
      onPaid: { '{$url}': { post: operation(), put: operation() } },
      'x-note': 'no callback',
    };
    const document = { paths: { '/a': { post: { ...operation(), callbacks } } } };
    const found = examplesFor(document, path, chosen('callback-onPaid-put-request'));
    expect(found).toEqual({
      'request-application-json': cash,
      'response-200-application-json': cash,
      'callback-onPaid-post-request-application-json': cash,
      'callback-onPaid-post-response-200-application-json': cash,
      'callback-onPaid-put-request-application-json': card,
      'callback-onPaid-put-response-200-application-json': cash,
    });
  });
});
