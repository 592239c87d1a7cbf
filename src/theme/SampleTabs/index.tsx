import { translate } from '@docusaurus/Translate';
import Code from '@theme/Code';
import PanelTabs from '@theme/PanelTabs';
import TabItem from '@theme/TabItem';
import type { ReactNode } from 'react';
import type { SampleModel } from '../../model/samples/sample.ts';

export interface Props {
  readonly samples: readonly SampleModel[];
  /** Prefix of the anchors: `sample` for `sample-curl`. */
  readonly prefix: string;
}

/** A request in several languages. The choice is remembered for all pages. */
export default function SampleTabs({ samples, prefix }: Props): ReactNode {
  return (
    <PanelTabs
      look="tile"
      sync="language"
      label={translate({ id: 'ref.language', message: 'Language' })}
    >
      {samples.map(({ id, label, variants }) => (
        <TabItem key={id} value={id} label={label} attributes={{ id: `${prefix}-${id}` }}>
          <Variants id={`${prefix}-${id}`} variants={variants} />
        </TabItem>
      ))}
    </PanelTabs>
  );
}

interface VariantsProps extends Pick<SampleModel, 'variants'> {
  readonly id: string;
}

/** The label of the only variant in a language: our own samples have no name. */
function Variants({ id, variants }: VariantsProps): ReactNode {
  const [only, ...more] = variants;
  if (more.length === 0) return only && <Code code={only.code} language={only.language} />;
  return (
    <PanelTabs look="pill" label={translate({ id: 'ref.sample', message: 'Sample' })}>
      {variants.map(({ label, language, code }, index) => (
        <TabItem
          // Names may repeat, and the order never changes.
          key={index}
          value={String(index)}
          label={label ?? translate({ id: 'ref.generatedSample', message: 'Generated' })}
          attributes={{ id: `${id}-${index + 1}` }}
        >
          <Code code={code} language={language} />
        </TabItem>
      ))}
    </PanelTabs>
  );
}
