import { translate } from '@docusaurus/Translate';
import Code from '@theme/Code';
import Heading from '@theme/Heading';
import PanelTabs from '@theme/PanelTabs';
import TabItem from '@theme/TabItem';
import type { ReactNode } from 'react';
import { useOperation } from '../../client/page-context.tsx';

/** The request in several languages. The choice is remembered, on every page. */
export default function CodeSamples(): ReactNode {
  const samples = useOperation()?.samples ?? [];
  if (samples.length === 0) {
    return null;
  }
  return (
    <section className="ref-samples ref-wrapped">
      <Heading as="h2" id="samples">
        {translate({ id: 'ref.samples', message: 'Samples' })}
      </Heading>
      <PanelTabs
        look="line"
        sync="language"
        label={translate({ id: 'ref.language', message: 'Language' })}
      >
        {samples.map(({ id, label, language, code }) => (
          <TabItem key={id} value={id} label={label} attributes={{ id: `sample-${id}` }}>
            <Code code={code} language={language} />
          </TabItem>
        ))}
      </PanelTabs>
    </section>
  );
}
