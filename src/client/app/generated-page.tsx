import type { ComponentType, ReactNode } from 'react';

/** What Docusaurus knows about a page, as it writes it for the page's module. */
interface Metadata {
  readonly frontMatter: object;
}

interface ReferenceProps {
  readonly slice: string;
  readonly folder: string;
  readonly children: ReactNode;
}

/** A site may wrap what comes from Markdown. */
interface Components {
  readonly wrapper?: ComponentType<object>;
}

interface Content {
  readonly components?: Components;
}

/**
 * The module of a generated page, as Docusaurus' MDX loader would make it: such a page only names components.
 *
 * @param components Those inside the reference, in order.
 * @param mdxComponents Those that the site uses for Markdown.
 */
export function generatedPage(
  metadata: Metadata,
  Reference: ComponentType<ReferenceProps>,
  { slice, folder }: Pick<ReferenceProps, 'slice' | 'folder'>,
  components: readonly ComponentType[],
  mdxComponents: unknown,
) {
  const content = (): ReactNode => (
    <Reference slice={slice} folder={folder}>
      {components.map((Component, at) => (
        <Component key={at} />
      ))}
    </Reference>
  );
  const MDXContent = (props: Content): ReactNode => {
    const { wrapper: Wrapper } = { ...(mdxComponents as Components), ...props.components };
    return Wrapper ? <Wrapper {...props}>{content()}</Wrapper> : content();
  };
  return {
    default: MDXContent,
    metadata,
    frontMatter: metadata.frontMatter,
    contentTitle: undefined,
    assets: {},
    toc: [],
  };
}
