import Translate, { translate } from '@docusaurus/Translate';
import StockPart from '@reference/stock';
import SecuritySchemes from '@theme/ApiExplorer/SecuritySchemes';
import CodeSamples from '@theme/CodeSamples';
import CopyButton from '@theme/CopyButton';
import EndpointServers from '@theme/EndpointServers';
import EndpointUrl from '@theme/EndpointUrl';
import MethodBadge from '@theme/MethodBadge';
import TryIt from '@theme/TryIt';
import type { ReactNode } from 'react';
import { useOperation } from '../../../client/app/page-context.tsx';
import { useSliceAddress } from '../../../client/app/slice-address.ts';
import { useCallbackName } from '../../../client/stock/context.ts';
import { baseUrlOf } from '../../../model/request/server-url.ts';
import styles from './styles.module.css';

export interface Props {
  /** Defaults to the method, path and servers of the page's operation. */
  readonly method?: string;
  readonly path?: string;
  readonly context?: 'endpoint' | 'callback';
}

/** Where a request goes: its whole URL, with the first server. */
export default function MethodEndpoint(props: Props): ReactNode {
  const operation = useOperation();
  const callback = useCallbackName();
  const slice = useSliceAddress();
  if (!operation) {
    const isOfCallback = callback !== undefined || props.context === 'callback';
    return (
      <StockPart name="MethodEndpoint" given={props}>
        {isOfCallback ? (
          <MethodEndpoint {...props} />
        ) : (
          <>
            <MethodEndpoint context="endpoint" />
            <div data-console="" />
            <SecuritySchemes />
            <CodeSamples />
          </>
        )}
      </StockPart>
    );
  }
  const isOwn = props.path === undefined;
  const { kind, servers } = operation;
  const path = props.path ?? operation.path;
  const base = isOwn && kind === 'operation' ? baseUrlOf(servers[0], {}, '') : '';
  return (
    <div className={styles.endpoint}>
      <div className={styles.line}>
        <MethodBadge method={props.method ?? operation.method} />
        <code>
          <EndpointUrl base={base} path={base === '' || path.startsWith('/') ? path : `/${path}`} />
        </code>
        <CopyButton what={translate({ id: 'ref.url', message: 'URL' })} />
        {isOwn && <TryIt />}
      </div>
      {isOwn && <EndpointServers servers={servers} base={base} />}
      {isOwn && kind === 'webhook' && (
        <p className="ref-quiet" data-slice={slice}>
          <Translate id="ref.webhookRequest">The API sends this request to your server.</Translate>
        </p>
      )}
    </div>
  );
}
