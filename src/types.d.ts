/// <reference types="@docusaurus/module-type-aliases" />

declare module '@reference/root' {
  import type { ReferenceRootProps } from '@site/src/client/app/reference-root';
  import type { ReactNode } from 'react';

  export default function ReferenceRoot(props: ReferenceRootProps): ReactNode;
}

declare module '@reference/stock' {
  import type { StockPartProps } from '@site/src/client/stock/stock-part';
  import type { ReactNode } from 'react';

  export default function StockPart(props: StockPartProps): ReactNode;
}

declare module '@reference/page' {
  import type { Props } from '@theme/DocItem';
  import type { ReactNode } from 'react';

  export default function Page(props: Props): ReactNode;
}

declare module '@reference/embed' {
  export { default } from '@theme/Embed';
}

declare module '@reference/home' {
  export { default } from '@theme/Home';
}

declare module '@reference/menu' {
  export { default } from '@theme/ReferenceMenu';
}

declare module '@reference/comparison' {
  export { default } from '@theme/ComparedVersions';
}

declare module '@reference/console' {
  export { default } from '@theme/ApiExplorer';
}

declare module '@reference/samples' {
  export { writeSelection } from '@site/src/client/samples/write';
}

declare module '@reference/slice' {
  import type { SliceDocument } from '@site/src/slices/slice';

  /** The slice of a page, where pages are rendered; null in a browser. */
  export default function readSlice(file: string): SliceDocument | null;
}

declare module '@reference/versions' {
  import type { SiteVersions } from '@site/src/client/app/versions';

  /** The versions of APIs, where pages are rendered; in a browser, null. */
  export default function useVersions(): SiteVersions;
}

declare module '@reference/page-guides' {
  import type { PageGuide } from '@site/src/client/app/page-guides';

  /** The guides that refer to a page, where pages are rendered; in a browser, null. */
  export default function usePageGuides(path: string): readonly PageGuide[];
}

declare module '@reference/api-table' {
  import type { ApiTable } from '@site/src/client/app/site-data';

  /** What is known about all APIs, where pages are rendered; null in a browser. */
  export default function useApiTable(): ApiTable | null;
}

declare module '@reference/credentials' {
  import type { CredentialsApi } from '@site/src/client/app/credentials-api';

  /** The API, or the version of it, that the current page belongs to; undefined if it needs no credentials. */
  export default function useCredentialsApi(): CredentialsApi | undefined;
}

declare module '@reference/api-cards' {
  export { default } from '@theme/ApiCards';
}

declare module '@reference/sidebar' {
  import type { ReferenceSidebarProps } from '@site/src/client/app/sidebar';
  import type { ReactNode } from 'react';

  export default function ReferenceSidebar(props: ReferenceSidebarProps): ReactNode;
  /** Undefined in the development server. */
  export const DesktopSidebar: ((props: ReferenceSidebarProps) => ReactNode) | undefined;
}

declare module '@reference/server-entry' {
  import type { Render } from '@site/src/client/app/drawn-pages';

  const render: Render;
  export default render;
}

declare module 'docs-client-utils-original' {
  export * from '@docusaurus/plugin-content-docs/lib/client/docsClientUtils.js';
}

declare module 'react-router-config-original' {
  export * from 'react-router-config';
}
