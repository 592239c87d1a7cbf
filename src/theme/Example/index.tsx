import Translate from '@docusaurus/Translate';
import CutNote from '@theme/CutNote';
import ExternalLink from '@theme/ExternalLink';
import Markdown from '@theme/Markdown';
import ResponseSamples from '@theme/ResponseSamples';
import type { ReactNode } from 'react';
import type { ExampleModel } from '../../model/request/media-type.ts';

export interface Props {
  readonly example: ExampleModel;
  /** For an example without a tab that names it. */
  readonly isLabelled?: boolean;
}

/** A value of a schema, or a link to one. */
export default function Example({ example, isLabelled }: Props): ReactNode {
  const { label, key, description, value, language, externalUrl, isCut, hasRecords } = example;
  return (
    <>
      {(isLabelled || key) && (
        <div className="ref-quiet">
          {isLabelled && label} {key && <code>{key}</code>}
        </div>
      )}
      {description && <Markdown>{description}</Markdown>}
      {value && <ResponseSamples responseExample={value} language={language} />}
      {value === '' && (
        <p className="ref-quiet">
          <Translate id="ref.emptyValue">The value is empty.</Translate>
        </p>
      )}
      {value && hasRecords && (
        <p className="ref-quiet">
          <Translate id="ref.records">
            Each line is a record and starts with the character RS (U+001E).
          </Translate>
        </p>
      )}
      {isCut && <CutNote />}
      {value === undefined && externalUrl === undefined && !isCut && (
        <p className="ref-quiet">
          <Translate id="ref.noValue">The document does not give a value.</Translate>
        </p>
      )}
      {externalUrl && <ExternalLink href={externalUrl}>{externalUrl}</ExternalLink>}
    </>
  );
}
