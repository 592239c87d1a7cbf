import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { asObject } from '../../json/guards.ts';
import type { StockDoc } from '../../stock-pages/page.ts';

/** The page being rendered; undefined outside of Docusaurus' docs. */
export function useStockDoc(): StockDoc | undefined {
  try {
    const { metadata, frontMatter } = useDoc();
    return {
      file: metadata.source.replace(/^@site\//, ''),
      title: metadata.title,
      frontMatter: asObject(frontMatter),
    };
  } catch {
    return undefined;
  }
}
