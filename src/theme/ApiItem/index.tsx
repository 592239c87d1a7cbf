import type { Props } from '@theme/DocItem';
import DocItem from '@theme/DocItem';
import type { ReactNode } from 'react';

/**
 * The stock theme's page of a doc, which sites name in their `docItemComponent`. Here the components of a page
 * find their data themselves, so that it is Docusaurus' own for every doc.
 */
export default function ApiItem(props: Props): ReactNode {
  return <DocItem {...props} />;
}
