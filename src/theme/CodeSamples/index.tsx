import { translate } from '@docusaurus/Translate';
import CutNote from '@theme/CutNote';
import Heading from '@theme/Heading';
import SampleTabs from '@theme/SampleTabs';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/app/page-context.tsx';
import { HOST, isRelative } from '../../model/request/request.ts';

/** The request of an operation in several languages. */
export default function CodeSamples(): ReactNode {
  const operation = useOperation();
  const samples = operation?.samples ?? [];
  if (samples.length === 0) return null;
  return (
    <section className="ref-samples ref-wrapped">
      <Heading as="h2" id="samples">
        {translate({ id: 'ref.samples', message: 'Code samples' })}
      </Heading>
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
      <SampleTabs samples={samples} prefix="sample" />
    </section>
  );
}
