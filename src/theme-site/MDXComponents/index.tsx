import Embed from '@reference/embed';
import ReferenceRoot from '@reference/root';
import MDXComponents from '@theme-init/MDXComponents';
import type { ComponentProps, ReactNode } from 'react';

/** The props that `site/guides.ts` derives from a guide's attributes. */
interface EmbedProps {
  readonly slice?: string;
  readonly base?: string;
  readonly embed?: string;
}

/** A guide element that renders a part of the reference; its contents never reach the browser's bundle. */
function embedded(as: 'endpoint' | 'operation' | 'schema') {
  return function Embedded({ slice, base, embed }: EmbedProps): ReactNode {
    if (slice === undefined || base === undefined) {
      throw new Error(
        '<Endpoint>, <Operation> and <Schema> can only be used in the Markdown of guides.',
      );
    }
    return (
      <ReferenceRoot slice={slice} base={base} embed={embed} className="reference">
        <Embed as={as} />
      </ReferenceRoot>
    );
  };
}

/**
 * A link. Files beside a guide are left to the browser: Docusaurus' link would append a slash to the name, as
 * if it were a page. Docusaurus' Markdown loader marks such links with the attribute.
 */
function Anchor({
  'data-noBrokenLinkCheck': isFile,
  ...props
}: ComponentProps<'a'> & { readonly 'data-noBrokenLinkCheck'?: boolean }): ReactNode {
  return isFile ? <a {...props} /> : <MDXComponents.a {...props} />;
}

/** A table that scrolls sideways can be focused with the keyboard. */
function Table(props: ComponentProps<'table'>): ReactNode {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: lets the keyboard scroll the table.
  return <table tabIndex={0} {...props} />;
}

/** Aligns a column without a `style` attribute, which a strict Content-Security-Policy forbids. */
function aligned(Cell: 'td' | 'th') {
  return function AlignedCell({ style, ...props }: ComponentProps<'td'>): ReactNode {
    return <Cell align={style?.textAlign as ComponentProps<'td'>['align']} {...props} />;
  };
}

/** Components that MDX files can use without an import. */
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
