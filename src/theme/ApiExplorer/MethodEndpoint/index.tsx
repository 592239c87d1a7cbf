import Translate, { translate } from '@docusaurus/Translate';
import StockPart from '@reference/stock';
import SecuritySchemes from '@theme/ApiExplorer/SecuritySchemes';
import Breakable from '@theme/Breakable';
import CodeSamples from '@theme/CodeSamples';
import CopyButton from '@theme/CopyButton';
import MethodBadge from '@theme/MethodBadge';
import ServerList from '@theme/ServerList';
import TryIt from '@theme/TryIt';
import type { ReactNode } from 'react';
import { useOperation } from '../../../client/app/page-context.tsx';
import { useCallbackName } from '../../../client/stock/context.ts';
import styles from './styles.module.css';

export interface Props {
  /** Defaults to the method, path and servers of the page's operation. */
  readonly method?: string;
  readonly path?: string;
  readonly context?: 'endpoint' | 'callback';
}

/** Where a request goes. */
export default function MethodEndpoint(props: Props): ReactNode {
  const operation = useOperation();
  const callback = useCallbackName();
  if (!operation) {
    const isOfCallback = callback !== undefined || props.context === 'callback';
    return (
      <StockPart name="MethodEndpoint" given={props}>
        {isOfCallback ? (
          <MethodEndpoint {...props} />
        ) : (
          <>
            <MethodEndpoint context="endpoint" />
            <SecuritySchemes />
            <CodeSamples />
          </>
        )}
      </StockPart>
    );
  }
  const method = props.method ?? operation?.method;
  const path = props.path ?? operation?.path;
  if (method === undefined || path === undefined) return null;
  const isOwn = props.path === undefined;
  const servers = isOwn ? operation?.servers : undefined;
  return (
    <>
      <div className={styles.endpoint}>
        <div className={styles.line}>
          <MethodBadge method={method} />
          <code>
            <Breakable>{path}</Breakable>
          </code>
          <CopyButton text={path} what={translate({ id: 'ref.path', message: 'path' })} />
          {isOwn && <TryIt />}
        </div>
        {servers && <ServerList servers={servers} />}
        {isOwn && operation?.kind === 'webhook' && (
          <p className="ref-quiet">
            <Translate id="ref.webhookRequest">
              The API sends this request to your server.
            </Translate>
          </p>
        )}
      </div>
      {isOwn && <div data-console="" />}
    </>
  );
}
