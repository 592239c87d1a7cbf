import useBrokenLinks from '@docusaurus/useBrokenLinks';
import MethodEndpoint from '@theme/ApiExplorer/MethodEndpoint';
import SecuritySchemes from '@theme/ApiExplorer/SecuritySchemes';
import CodeSamples from '@theme/CodeSamples';
import Description from '@theme/Description';
import OperationMeta from '@theme/OperationMeta';
import PageContents from '@theme/PageContents';
import ParamsDetails from '@theme/ParamsDetails';
import RequestSchema from '@theme/RequestSchema';
import type { ReactNode } from 'react';
import { REQUEST } from '../../address/anchor.ts';
import { useOperation } from '../../client/app/page-context.tsx';

/** Characters of a description that phones show before the samples: with more, no sample would be on the first screen. */
const SHORT = 300;

/**
 * The request. Samples are beside it if there is room, and otherwise below the description, or above a long one; the
 * body's example is beside it if there are none. The contents stay in view above the responses as well, so nothing is
 * around them.
 */
export default function Request(): ReactNode {
  useBrokenLinks().collectAnchor(REQUEST);
  const { samples = [], description = '' } = useOperation() ?? {};
  const hasSamples = samples.length > 0;
  const isLong = hasSamples && description.length > SHORT;
  return (
    <>
      <MethodEndpoint />
      <PageContents />
      <div className={hasSamples ? 'ref-beside' : 'ref-wide'}>
        <div>
          <div data-console="" />
          {!isLong && <Description />}
        </div>
        <CodeSamples />
        <div id={REQUEST}>
          {isLong && <Description />}
          <SecuritySchemes />
          <OperationMeta />
          <ParamsDetails in="path" />
          <ParamsDetails in="query" />
          <ParamsDetails in="querystring" />
          <ParamsDetails in="header" />
          <ParamsDetails in="cookie" />
          <RequestSchema />
        </div>
      </div>
    </>
  );
}
