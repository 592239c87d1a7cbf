import MethodEndpoint from '@theme/ApiExplorer/MethodEndpoint';
import SecuritySchemes from '@theme/ApiExplorer/SecuritySchemes';
import CodeSamples from '@theme/CodeSamples';
import Description from '@theme/Description';
import ParamsDetails from '@theme/ParamsDetails';
import RequestHeading from '@theme/RequestHeading';
import RequestSchema from '@theme/RequestSchema';
import type { ReactNode } from 'react';

/** What is sent, and how: the samples stand beside it where there is room. */
export default function Request(): ReactNode {
  return (
    <div className="ref-beside">
      <div>
        <MethodEndpoint />
        <Description />
        <SecuritySchemes />
        <RequestHeading />
        <ParamsDetails in="path" />
        <ParamsDetails in="query" />
        <ParamsDetails in="querystring" />
        <ParamsDetails in="header" />
        <ParamsDetails in="cookie" />
        <RequestSchema />
      </div>
      <CodeSamples />
    </div>
  );
}
