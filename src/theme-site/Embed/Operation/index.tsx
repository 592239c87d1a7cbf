import Translate, { translate } from '@docusaurus/Translate';
import Breakable from '@theme/Breakable';
import EmbedCard from '@theme/Embed/Card';
import EmbedFold from '@theme/Embed/Fold';
import Markdown from '@theme/Markdown';
import MediaTypeName from '@theme/MediaTypeName';
import MediaTypes from '@theme/MediaTypes';
import MethodBadge from '@theme/MethodBadge';
import ParamsList from '@theme/ParamsList';
import RequestBody from '@theme/RequestBody';
import RequiredMark from '@theme/RequiredMark';
import type { ReactNode } from 'react';
import { markdownLead } from '../../../model/description/markdown.ts';
import type { OperationModel } from '../../../model/page/page.ts';
import styles from './styles.module.css';

export interface Props {
  readonly operation: OperationModel;
}

/** The request, and the successful response. */
function Folds({ operation: { parameters, requestBody, responses } }: Props): ReactNode {
  const success = responses.find(({ tone }) => tone === 'success');
  return (
    <>
      {parameters.map((group) => (
        <EmbedFold key={group.in} title={group.title} note={group.parameters.length}>
          <ParamsList parameters={group.parameters} />
        </EmbedFold>
      ))}
      {requestBody && (
        <EmbedFold
          title={translate({ id: 'ref.requestBody', message: 'Request body' })}
          note={<RequiredMark required={requestBody.required} />}
        >
          {requestBody.content.length === 1 && (
            <p>
              <MediaTypeName content={requestBody.content} />
            </p>
          )}
          <RequestBody body={requestBody} />
        </EmbedFold>
      )}
      {success && (
        <EmbedFold
          title={translate(
            { id: 'ref.responseOf', message: 'Response {status}' },
            { status: success.status },
          )}
          note={success.label === success.status ? undefined : success.label}
        >
          {success.description && <Markdown>{success.description}</Markdown>}
          {success.headers.length > 0 && <ParamsList parameters={success.headers} />}
          {success.content.length === 1 && (
            <p>
              <MediaTypeName content={success.content} />
            </p>
          )}
          <MediaTypes content={success.content} />
        </EmbedFold>
      )}
    </>
  );
}

/** An operation in short: its description, with the request and the response collapsed. */
export default function EmbedOperation({ operation }: Props): ReactNode {
  const { method, path, description, deprecation } = operation;
  const mark = deprecation && (
    <b>
      <Translate id="ref.deprecatedBadge">Deprecated</Translate>
    </b>
  );
  return (
    <EmbedCard of={operation} mark={mark} folds={<Folds operation={operation} />}>
      <div className={styles.line}>
        <MethodBadge method={method} />{' '}
        <code>
          <Breakable>{path}</Breakable>
        </code>
      </div>
      {description && <Markdown>{markdownLead(description)}</Markdown>}
    </EmbedCard>
  );
}
