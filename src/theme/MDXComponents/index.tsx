import Embed from '@reference/embed';
import ReferenceRoot from '@reference/root';
import MDXComponents from '@theme-original/MDXComponents';
import type { ComponentProps, ReactNode } from 'react';

/** What `site/guides.ts` makes of the attributes that a guide gives. */
interface EmbedProps {
  readonly slice?: string;
  readonly embed?: string;
}

/** An element of guides that draws a part of the reference; its inside never reaches the browser's bundle. */
function embedded(as: 'endpoint' | 'operation' | 'schema') {
  return function Embedded({ slice, embed }: EmbedProps): ReactNode {
    if (slice === undefined) {
      throw new Error('<Endpoint>, <Operation> and <Schema> stand in the Markdown of guides only.');
    }
    return (
      <ReferenceRoot slice={slice} embed={embed} className="reference">
        <Embed as={as} />
      </ReferenceRoot>
    );
  };
}

/**
 * A link. To a file beside the guide it is the browser's: Docusaurus' own puts a slash behind the name, as if it
 * were a page. Of such links its Markdown loader says that they are no pages.
 */
function Anchor({
  'data-noBrokenLinkCheck': isFile,
  ...props
}: ComponentProps<'a'> & { readonly 'data-noBrokenLinkCheck'?: boolean }): ReactNode {
  return isFile ? <a {...props} /> : <MDXComponents.a {...props} />;
}

/** A table that may scroll sideways can be reached with the keyboard. */
function Table(props: ComponentProps<'table'>): ReactNode {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard this way.
  return <table tabIndex={0} {...props} />;
}

/** The alignment of a column without a `style` attribute, which a strict Content-Security-Policy forbids. */
function aligned(Cell: 'td' | 'th') {
  return function AlignedCell({ style, ...props }: ComponentProps<'td'>): ReactNode {
    return <Cell align={style?.textAlign as ComponentProps<'td'>['align']} {...props} />;
  };
}

/** What MDX files can use without an import. */
export default {
  ...MDXComponents,
  a: Anchor,
  table: Table,
  td: aligned('td'),
  th: aligned('th'),
  Endpoint: embedded('endpoint'),
  Operation: embedded('operation'),
  Schema: embedded('schema'),
};
