import type { ReactNode } from 'react';

export interface Props {
  readonly value: string;
  readonly label: ReactNode;
  readonly attributes: { readonly id: string };
  readonly children: ReactNode;
}

/** A choice with its tab, which may be more than a text: what `PanelTabs` makes of a Docusaurus `TabItem`. */
export default function SchemaChoiceTab({ children }: Props): ReactNode {
  return children;
}
