import { translate } from '@docusaurus/Translate';
import CopyText from '@theme/ApiExplorer/CopyText';
import { type ReactNode, useMemo } from 'react';
import { isJsonType } from '../../../client/console/answer-body.ts';
import { useConsole } from '../../../client/console/console-context.tsx';
import { type Answer, MAX_TEXT } from '../../../client/console/exchange.ts';
import { harText } from '../../../client/console/har.ts';
import { reason } from '../../../client/console/reason.ts';
import { responseYaml } from '../../../client/console/response-yaml.ts';
import type { Sent } from '../../../client/console/use-exchange.ts';
import { curlText } from '../../../client/samples/page-samples.ts';
import { parseJson } from '../../../json/text.ts';
import {
  type ResponseDifference,
  responseDifference,
  responseSchema,
} from '../../../model/page/response-difference.ts';

export interface Props {
  readonly sent: Sent;
  /** With its body. */
  readonly answer: Answer;
}

/** A complete response compared with the document, and what can be copied of it and of its request. */
export default function AnswerTools({ sent, answer }: Props): ReactNode {
  const { form } = useConsole();
  const { status, mediaType, text = '' } = answer;
  const json = useMemo(() => jsonOf(mediaType, text), [mediaType, text]);
  const difference = useMemo(() => {
    const schema = responseSchema(status, form.context);
    return json && schema !== undefined
      ? responseDifference(json.value, schema, form.context)
      : undefined;
  }, [json, status, form]);
  const withSecrets = translate({
    id: 'ref.try.withCredentials',
    message: 'Includes your credentials',
  });
  return (
    <>
      {difference && <Difference difference={difference} />}
      <p className="ref-try-tools">
        <CopyText
          label={translate({ id: 'ref.try.copyCurl', message: 'Copy as curl' })}
          title={withSecrets}
          textOf={() => curlText(sent.request)}
        />
        <CopyText
          label={translate({ id: 'ref.try.copyHar', message: 'Copy as HAR' })}
          title={withSecrets}
          textOf={() => harText({ ...sent, answer })}
        />
        {json && (
          <CopyText
            label={translate({ id: 'ref.try.copyExample', message: 'Copy as example' })}
            title={translate({
              id: 'ref.try.copyExampleAbout',
              message: 'YAML for the OpenAPI document, without values of passwords and tokens',
            })}
            textOf={() => responseYaml(json.value, `response${status}`, form.context)}
          />
        )}
      </p>
    </>
  );
}

/** The JSON of a response that is shown completely. */
function jsonOf(mediaType: string, text: string): { readonly value: unknown } | undefined {
  if (!isJsonType(mediaType) || text.length >= MAX_TEXT) return undefined;
  try {
    return { value: parseJson(text) };
  } catch {
    return undefined;
  }
}

/** The differences between a response and the document, which are as often a mistake of the one as of the other. */
function Difference({ difference }: { readonly difference: ResponseDifference }): ReactNode {
  const { undescribed, absent, invalid } = difference;
  const lists: [title: string, items: readonly string[]][] = [
    [
      translate({ id: 'ref.try.invalid', message: 'Not as described' }),
      invalid.map((mismatch) => `${mismatch.path.join('.')} ${reason(mismatch)}`.trim()),
    ],
    [translate({ id: 'ref.try.undescribed', message: 'Not in the document' }), undescribed],
    [translate({ id: 'ref.try.absent', message: 'Not in this response' }), absent],
  ];
  const count = invalid.length + undescribed.length;
  return (
    <details className="ref-fold">
      <summary>
        {count === 0
          ? translate({ id: 'ref.try.asDescribed', message: 'As the document describes it' })
          : translate(
              {
                id: 'ref.try.differs',
                message: 'Differences from the document: {count}',
              },
              { count },
            )}
      </summary>
      {lists.map(
        ([title, items]) =>
          items.length > 0 && (
            <div key={title}>
              <b>{title}</b>
              <ul>
                {items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            </div>
          ),
      )}
    </details>
  );
}
