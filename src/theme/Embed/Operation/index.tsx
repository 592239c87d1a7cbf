import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import Breakable from '@theme/Breakable';
import EmbedFold from '@theme/Embed/Fold';
import Markdown from '@theme/Markdown';
import MediaTypes from '@theme/MediaTypes';
import MethodBadge from '@theme/MethodBadge';
import ParamsList from '@theme/ParamsList';
import RequestBody from '@theme/RequestBody';
import RequiredMark from '@theme/RequiredMark';
import type { ReactNode } from 'react';
import { parameterTitle } from '../../../client/parameter-title.ts';
import { pageHref } from '../../../model/href.ts';
import { markdownLead } from '../../../model/markdown.ts';
import type { OperationModel } from '../../../model/page.ts';
import styles from '../styles.module.css';

export interface Props {
  readonly operation: OperationModel;
}

/** An operation in short: what it does, and folded, what goes in and what comes back when it does. */
export default function EmbedOperation({ operation }: Props): ReactNode {
  const { page, title, method, path, description, deprecated, parameters, requestBody } = operation;
  const success = operation.responses.find(({ tone }) => tone === 'success');
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <div className={styles.title}>
          <Link to={pageHref(page.api, page.id)}>
            <Breakable>{title}</Breakable>
          </Link>
          {deprecated && (
            <b>
              <Translate id="ref.deprecatedBadge">Deprecated</Translate>
            </b>
          )}
        </div>
        <div className={styles.line}>
          <MethodBadge method={method} />{' '}
          <code>
            <Breakable>{path}</Breakable>
          </code>
        </div>
        {description && <Markdown>{markdownLead(description)}</Markdown>}
      </div>
      {parameters.map((group) => (
        <EmbedFold key={group.in} title={parameterTitle(group.in)} note={group.parameters.length}>
          <ParamsList parameters={group.parameters} />
        </EmbedFold>
      ))}
      {requestBody && (
        <EmbedFold
          title={translate({ id: 'ref.requestBody', message: 'Request body' })}
          note={<RequiredMark required={requestBody.required} />}
        >
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
          <MediaTypes content={success.content} />
        </EmbedFold>
      )}
    </div>
  );
}
