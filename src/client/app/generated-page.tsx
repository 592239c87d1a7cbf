import type { ComponentType, ReactNode } from 'react';
import { SERVER_DATA } from '../../address/files.ts';
import { type Chunk, generatedData, readGenerated } from './server-data.ts';

/** A generated page that only names components. */
export interface GeneratedPage {
  /** Docusaurus' name of the page: `@site/docs/...`. */
  readonly source: string;
  readonly slice: string;
  readonly folder: string;
  /** Names of the components inside the reference, in order. */
  readonly components: readonly string[];
  /** The file with what Docusaurus knows about it, relative to the folder of what it generates. */
  readonly metadata: string;
}

/** What Docusaurus knows about a page. */
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

/** The components that pages are made of. */
interface Parts {
  readonly Reference: ComponentType<ReferenceProps>;
  /** Those inside the reference, by name. */
  readonly components: Readonly<Record<string, ComponentType>>;
  /** Those that the site uses for Markdown. */
  readonly mdxComponents: unknown;
}

/** The module of a page. */
type LoadPage = (page: GeneratedPage) => object;

/**
 * The entries of all generated pages in Docusaurus' registry, by the names of their chunks.
 *
 * @param load Loads the module with the components.
 */
export function pageChunks(load: () => Promise<{ default: LoadPage }>): Record<string, Chunk> {
  const pages = generatedData(`${SERVER_DATA}/pages.json`) as Record<string, GeneratedPage>;
  const chunks = Object.entries(pages).map(([name, page]): [string, Chunk] => [
    name,
    [async () => (await load()).default(page), page.source, page.source],
  ]);
  return Object.fromEntries(chunks);
}

/** Makes the module of a page, as Docusaurus' MDX loader would: such a page only names components. */
export function pageLoader({ Reference, components, mdxComponents }: Parts): LoadPage {
  return ({ slice, folder, components: names, metadata: file }) => {
    const content = (): ReactNode => (
      <Reference slice={slice} folder={folder}>
        {names.map((name) => {
          const Component = components[name];
          return Component && <Component key={name} />;
        })}
      </Reference>
    );
    const MDXContent = (props: Content): ReactNode => {
      const { wrapper: Wrapper } = { ...(mdxComponents as Components), ...props.components };
      return Wrapper ? <Wrapper {...props}>{content()}</Wrapper> : content();
    };
    const metadata = readGenerated(file) as Metadata;
    return {
      default: MDXContent,
      metadata,
      frontMatter: metadata.frontMatter,
      contentTitle: undefined,
      assets: {},
      toc: [],
    };
  };
}
