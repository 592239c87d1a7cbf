import Translate from '@docusaurus/Translate';
import AnchorLink from '@theme/AnchorLink';
import Facts from '@theme/Facts';
import Markdown from '@theme/Markdown';
import MediaTypeName from '@theme/MediaTypeName';
import MediaTypes from '@theme/MediaTypes';
import ParamsList from '@theme/ParamsList';
import ResponseLinks from '@theme/ResponseLinks';
import type { ReactNode } from 'react';
import type { ResponseModel } from '../../model/page/response.ts';

export interface Props {
  readonly response: ResponseModel;
}

/** The response with one status. */
export default function ResponseBody({ response }: Props): ReactNode {
  const { status, label, anchor, description, headers, content, links, extensions } = response;
  return (
    <>
      <div className="ref-title">
        <h3>
          {/* One text: screen readers leave out a space between two. */}
          {label === status ? status : `${status} ${label}`}
          <AnchorLink id={anchor} label={status} />
        </h3>
        <MediaTypeName content={content} />
      </div>
      {description && <Markdown>{description}</Markdown>}
      <Facts facts={extensions} />
      {content.length === 0 && !/^no response body\W*$/i.test(description ?? '') && (
        <p className="ref-quiet">
          <Translate id="ref.noBody">No response body.</Translate>
        </p>
      )}
      {headers.length > 0 && (
        <>
          <h4>
            <Translate id="ref.responseHeaders">Headers</Translate>
          </h4>
          <ParamsList parameters={headers} />
        </>
      )}
      <MediaTypes content={content} />
      <ResponseLinks links={links} />
    </>
  );
}
