import { translate } from '@docusaurus/Translate';
import PanelTabs from '@theme/PanelTabs';
import type { Props as TabItemProps } from '@theme/TabItem';
import { Children, cloneElement, isValidElement, type ReactNode } from 'react';
import { CallbackProvider } from '../../client/stock/context.ts';
import { segmentOf } from '../../model/page/anchor.ts';

export interface Props {
  readonly className?: string;
  readonly children?: ReactNode;
}

/** Ids inside are those of our own pages. Upstream's value of a tab is `post-onEvent`. */
function Callback({ value, children }: TabItemProps): ReactNode {
  const [, method = '', name = value] = /^([a-z]+)-(.*)$/s.exec(value) ?? [];
  return (
    <CallbackProvider value={['callback', segmentOf(name), method].filter(Boolean).join('-')}>
      {children}
    </CallbackProvider>
  );
}

/** The callbacks of a stock page, a tab for each request. */
export default function OperationTabs({ children }: Props): ReactNode {
  const items = Children.toArray(children).map((child) =>
    isValidElement<TabItemProps>(child)
      ? cloneElement(child, {}, <Callback {...child.props} />)
      : child,
  );
  return (
    <PanelTabs look="pill" label={translate({ id: 'ref.operation', message: 'Operation' })}>
      {items}
    </PanelTabs>
  );
}
