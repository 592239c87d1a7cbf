import type { Props } from '@theme/DocItem';
import DocItemReference from '@theme/DocItem/Reference';
import DocItem from '@theme-init/DocItem';
import type { ReactNode } from 'react';

/** A page of the reference, or any other page of the docs. */
export default function DocItemWrapper(props: Props): ReactNode {
  return 'slice' in props.content.frontMatter ? (
    <DocItemReference {...props} />
  ) : (
    <DocItem {...props} />
  );
}
