import { translate } from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import CutNote from '@theme/CutNote';
import FieldsSwitch from '@theme/FieldsSwitch';
import FirstResponse from '@theme/FirstResponse';
import SampleTabs from '@theme/SampleTabs';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';
import { useStock } from '../../client/stock/context.ts';
import { HOST, isRelative } from '../../model/request/server-url.ts';

const SAMPLES = 'samples';

/** The request of an operation in several languages. */
export default function CodeSamples(): ReactNode {
  const operation = useOperation();
  const stock = useStock();
  useBrokenLinks().collectAnchor(SAMPLES);
  const samples = operation?.samples ?? [];
  if (samples.length === 0) return null;
  return (
    <section className="ref-samples ref-wrapped">
      {/* For screen readers: a link in it would take the focus where nobody sees it. */}
      <h2 id={SAMPLES}>{translate({ id: 'ref.samples', message: 'Code samples' })}</h2>
      {isRelative(operation?.servers[0]) && (
        <p className="ref-quiet">
          {translate(
            {
              id: 'ref.samples.host',
              message: "{host} is a placeholder: the document does not name the API's host.",
            },
            { host: HOST },
          )}
        </p>
      )}
      {operation?.areSamplesCut && <CutNote />}
      <FieldsSwitch />
      <SampleTabs samples={samples} prefix="sample" />
      {/* Of stock pages, older ones have no anchors for responses. */}
      {operation && !stock && <FirstResponse responses={operation.responses} />}
    </section>
  );
}
