import { buildPage } from '../model/build-page.ts';
import { PageProvider } from './page-context.tsx';
import type { ReferenceRootProps } from './reference-root.ts';
import readSlice from './slice-file.ts';

/** In the static rendering: draws the page from its slice, which is read from disk. */
export default function ReferenceRoot({ slice, className, children }: ReferenceRootProps) {
  return (
    <div>
      <div className={className} data-part={`slice ${slice}`}>
        <PageProvider value={buildPage(readSlice(slice))}>{children}</PageProvider>
      </div>
    </div>
  );
}
