import { translate } from '@docusaurus/Translate';
import Code from '@theme/Code';
import PanelTabs from '@theme/PanelTabs';
import TabItem from '@theme/TabItem';
import type { ReactNode } from 'react';
import type { SampleModel } from '../../model/samples/sample.ts';
import styles from './styles.module.css';

export interface Props {
  readonly samples: readonly SampleModel[];
  /** Prefix of the anchors: `sample` for `sample-curl`. */
  readonly prefix: string;
}

/** More languages than these are behind a button; the style sheet counts them as well. */
const FEW = 4;

/** Without Node.js if its code is that of JavaScript. */
function distinct(samples: Props['samples']): Props['samples'] {
  const codeOf = (wanted: string): string | undefined => {
    const [only, another] = samples.find(({ id }) => id === wanted)?.variants ?? [];
    return another ? undefined : only?.code;
  };
  const isSame = codeOf('node') !== undefined && codeOf('node') === codeOf('javascript');
  return isSame ? samples.filter(({ id }) => id !== 'node') : samples;
}

/** Languages so close to each other that readers of one understand the other. */
const NEAR: Readonly<Record<string, string>> = { javascript: 'node', node: 'javascript' };

/** The nearest language, if that is not there: readers who have chosen it see this one. */
function standsInFor(id: string, shown: Props['samples']): string | undefined {
  const near = Object.hasOwn(NEAR, id) ? NEAR[id] : undefined;
  return shown.some((sample) => sample.id === near) ? undefined : near;
}

/** A request in several languages. The choice is remembered for all pages. */
export default function SampleTabs({ samples, prefix }: Props): ReactNode {
  const shown = distinct(samples);
  return (
    <div className={styles.samples}>
      <PanelTabs
        look="bar"
        sync="language"
        label={translate({ id: 'ref.language', message: 'Language' })}
        more={
          shown.length > FEW && (
            <details>
              <summary>{translate({ id: 'ref.moreLanguages', message: 'More' })}</summary>
            </details>
          )
        }
      >
        {shown.map(({ id, label, variants }) => (
          <TabItem
            key={id}
            value={id}
            label={label}
            attributes={{ id: `${prefix}-${id}`, also: standsInFor(id, shown) }}
          >
            <Variants id={`${prefix}-${id}`} variants={variants} />
          </TabItem>
        ))}
      </PanelTabs>
    </div>
  );
}

interface VariantsProps extends Pick<SampleModel, 'variants'> {
  readonly id: string;
}

/** The label of the only variant in a language: our own samples have no name. */
function Variants({ id, variants }: VariantsProps): ReactNode {
  const [only, ...more] = variants;
  if (more.length === 0) return only && <Code {...only} />;
  return (
    <PanelTabs look="pill" label={translate({ id: 'ref.sample', message: 'Sample' })}>
      {variants.map(({ label, ...sample }, index) => (
        <TabItem
          // Names may repeat, and the order never changes.
          key={index}
          value={String(index)}
          label={label ?? translate({ id: 'ref.generatedSample', message: 'Generated' })}
          attributes={{ id: `${id}-${index + 1}` }}
        >
          <Code {...sample} />
        </TabItem>
      ))}
    </PanelTabs>
  );
}
