import { translate } from '@docusaurus/Translate';
import PanelTabs from '@theme/PanelTabs';
import type { Props as TabItemProps } from '@theme/TabItem';
import { Children, isValidElement, type ReactNode } from 'react';

export interface Props {
  readonly className?: string;
  readonly schemaType?: string;
  /** A `TabItem` for each media type. */
  readonly children?: ReactNode;
}

/** The media types of a body: tabs, or just the name if there is one. */
export default function MimeTabs({ children }: Props): ReactNode {
  const items = Children.toArray(children).filter((child) => isValidElement<TabItemProps>(child));
  const [only] = items;
  if (only && items.length === 1) {
    const { attributes, label, value } = only.props;
    return (
      <div id={attributes?.id === undefined ? undefined : String(attributes.id)}>
        <p className="ref-quiet">
          <code>{label ?? value}</code>
        </p>
        {only.props.children}
      </div>
    );
  }
  return (
    <PanelTabs look="pill" label={translate({ id: 'ref.mediaType', message: 'Media type' })}>
      {children}
    </PanelTabs>
  );
}
