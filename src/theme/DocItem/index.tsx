import type { Props } from '@theme/DocItem';
import DocItem from '@theme-original/DocItem';
import type { ReactNode } from 'react';

/** Marks what is drawn of a reference page, so that the browser keeps it and the app finds it. */
export default function DocItemWrapper(props: Props): ReactNode {
  const { frontMatter, metadata } = props.content;
  if (!('slice' in frontMatter)) return <DocItem {...props} />;
  return (
    <div data-part="page" data-title={metadata.title} data-description={metadata.description}>
      <DocItem {...props} />
    </div>
  );
}
