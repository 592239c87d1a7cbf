import Head from '@docusaurus/Head';
import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import usePageGuides from '@reference/page-guides';
import type { ReactNode } from 'react';
import { pagePath, pathOf, placeOf, slicePath, twinPath } from '../../address/address.ts';
import { own } from '../../json/guards.ts';
import { pageMarkdown } from '../../markdown/page.ts';
import { TWIN_WORDS, type TwinSay } from '../../markdown/words.ts';
import type { PageModel } from '../../model/page/page.ts';
import type { SliceDocument } from '../../slices/slice.ts';
import type { PageGuide } from './page-guides.ts';
import { usePublishedBase } from './published.ts';
import { twinFile, writeTwin } from './twin-file.ts';
import { useCount } from './words.ts';

export interface TwinProps {
  /** Path of the page within the site. */
  readonly path: string;
  readonly slice: SliceDocument;
  readonly page: PageModel;
}

const say: TwinSay = (id, values) => translate({ id, message: TWIN_WORDS[id] }, values);

/** In static rendering: writes the Markdown twin of a page, and names it in the page's head. */
export function Twin({ path, slice, page }: TwinProps): ReactNode {
  const { baseUrl } = useDocusaurusContext().siteConfig;
  const published = usePublishedBase();
  const count = useCount();
  const { links, id } = page.page;
  const guides: readonly PageGuide[] = usePageGuides(path);
  const { title = '', version = '' } = slice.info ?? {};
  const markdown = pageMarkdown(page, {
    say,
    count,
    path,
    baseUrl,
    openapi: `${published}${slicePath(page.page, id)}`,
    api: `${title} ${version}`.trim(),
    guides: guides.map(({ title, href }) => ({ title, path: pathOf(href, { baseUrl }) ?? '' })),
    targetOf: (href) => {
      const place = own(links, href);
      if (typeof place !== 'string') return undefined;
      const [target, hash] = placeOf(place);
      return `/${pagePath(page.page, target)}${hash}`;
    },
    ...(page.kind === 'info' && downloadOf(page, published)),
  });
  writeTwin(twinFile(path), markdown);
  return (
    <Head>
      <link rel="alternate" type="text/markdown" href={baseUrl + encodeURI(twinPath(path))} />
    </Head>
  );
}

function downloadOf(
  { download, page }: Extract<PageModel, { kind: 'info' }>,
  published: string,
): { readonly document?: string } {
  const document = page.downloadUrl ?? (download && `${published}${download}`);
  return document === undefined ? {} : { document };
}
