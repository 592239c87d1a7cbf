import Translate from '@docusaurus/Translate';
import StockPart from '@reference/stock';
import Heading from '@theme/Heading';
import MediaTypeName from '@theme/MediaTypeName';
import RequestBody from '@theme/RequestBody';
import RequiredMark from '@theme/RequiredMark';
import ToggleAll from '@theme/ToggleAll';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';
import { useCallbackName, useStock } from '../../client/stock/context.ts';

/** On a stock page. */
export interface Props {
  readonly title?: string;
  /** The Request Body Object, dereferenced. */
  readonly body?: unknown;
}

/** What upstream calls every body. */
const UPSTREAM_TITLE = 'Body';

/** The operation's request body, OpenAPI 3.1 section 4.8.13. */
export default function RequestSchema(props: Props): ReactNode {
  const operation = useOperation();
  const callback = useCallbackName();
  const stock = useStock();
  if (!operation) {
    return (
      <StockPart name="RequestSchema" given={props}>
        <RequestSchema title={props.title} />
      </StockPart>
    );
  }
  const { title } = props;
  const body = operation.requestBody;
  if (!body) return null;
  return (
    <section data-section>
      <div className="ref-title">
        <Heading as={stock ? 'h3' : 'h2'} id={callback ? `${callback}-body` : 'body'}>
          {title === undefined || title === UPSTREAM_TITLE ? (
            <Translate id="ref.requestBody">Request body</Translate>
          ) : (
            title
          )}
          <RequiredMark required={body.required} />
        </Heading>
        <MediaTypeName content={body.content} />
        <ToggleAll />
      </div>
      <RequestBody body={body} />
    </section>
  );
}
