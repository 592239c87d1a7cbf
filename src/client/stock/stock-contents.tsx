import type { StockApi, StockDoc } from '../../stock-pages/page.ts';
import { PageProvider } from '../app/page-context.tsx';
import { StockProvider } from './context.ts';
import { useStockModel } from './stock-page.ts';
import { type StockPartProps, stockPart } from './stock-part.ts';

interface Props extends StockPartProps {
  readonly doc: StockDoc | undefined;
  /** The operation in the page's front matter. */
  readonly api: StockApi | undefined;
}

/** A component of a stock page, rendered from what the page says. */
export function StockContents({ doc, api, given, name, children }: Props) {
  const page = useStockModel(doc, api, given, name);
  return (
    <div>
      <div className="reference ref-narrow" data-part={stockPart(given)}>
        <StockProvider value={{ hasApi: api !== undefined }}>
          <PageProvider value={page}>{children}</PageProvider>
        </StockProvider>
      </div>
    </div>
  );
}
