import Translate, { translate } from '@docusaurus/Translate';
import MethodEndpoint from '@theme/ApiExplorer/MethodEndpoint';
import ExternalDocs from '@theme/ExternalDocs';
import Markdown from '@theme/Markdown';
import MediaTypeName from '@theme/MediaTypeName';
import ParamsList from '@theme/ParamsList';
import RequestBody from '@theme/RequestBody';
import RequiredMark from '@theme/RequiredMark';
import Responses from '@theme/Responses';
import SampleTabs from '@theme/SampleTabs';
import SecurityAlternativeItem from '@theme/SecurityAlternativeItem';
import ServerList from '@theme/ServerList';
import { Fragment, type ReactNode } from 'react';
import { segmentOf } from '../../model/page/anchor.ts';
import type { OperationModel } from '../../model/page/page.ts';

export interface Props {
  readonly callback: OperationModel['callbacks'][number];
}

/** A request of a callback, with its contents and the expected responses. */
export default function CallbackItem({
  callback: { name, expression, operation },
}: Props): ReactNode {
  const {
    title,
    operationId,
    deprecation,
    security,
    method,
    servers,
    description,
    externalDocs,
    parameters,
    requestBody,
    responses,
    samples,
  } = operation;
  return (
    <>
      <h3>
        <code>{name}</code>
        {deprecation && <b>{` ${translate({ id: 'ref.deprecated', message: 'deprecated' })}`}</b>}
      </h3>
      {title !== name && <p>{title}</p>}
      {operationId && operationId !== name && (
        <p className="ref-quiet">
          <code>{operationId}</code>
        </p>
      )}
      <MethodEndpoint method={method} path={expression} context="callback" />
      <ServerList servers={servers} />
      {description && <Markdown>{description}</Markdown>}
      {externalDocs && <ExternalDocs {...externalDocs} />}
      {security.length > 0 && (
        <ul className="ref-fields">
          {security.map((alternative, index) => (
            <SecurityAlternativeItem key={index} alternative={alternative} />
          ))}
        </ul>
      )}
      {parameters.map((group) => (
        <Fragment key={group.in}>
          <h4>{group.title}</h4>
          <ParamsList parameters={group.parameters} />
        </Fragment>
      ))}
      {requestBody && (
        <>
          <h4>
            <Translate id="ref.requestBody">Request body</Translate>
            <RequiredMark required={requestBody.required} />
          </h4>
          <MediaTypeName content={requestBody.content} />
          <RequestBody body={requestBody} />
        </>
      )}
      {responses.length > 0 && (
        <>
          <h4>
            <Translate id="ref.responses">Responses</Translate>
          </h4>
          <Responses responses={responses} />
        </>
      )}
      {samples.length > 0 && (
        <>
          <h4>
            <Translate id="ref.samples">Code samples</Translate>
          </h4>
          <SampleTabs samples={samples} prefix={`callback-${segmentOf(name)}-${method}-sample`} />
        </>
      )}
    </>
  );
}
