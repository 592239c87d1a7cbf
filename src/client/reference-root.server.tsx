import { buildPage } from '../model/build-page.ts';
import { PageProvider } from './page-context.tsx';
import { anchorPrefix, partOf, type ReferenceRootProps } from './reference-root.ts';
import readSlice from './slice-file.ts';
import { say } from './words.ts';

/** In the static rendering: draws the page from its slice, which is read from disk. */
export default function ReferenceRoot(props: ReferenceRootProps) {
  const { slice, className, children } = props;
  return (
    <div>
      <div className={className} data-part={partOf(props)}>
        <PageProvider
          value={buildPage(readSlice(slice), { say, anchorPrefix: anchorPrefix(props) })}
        >
          {children}
        </PageProvider>
      </div>
    </div>
  );
}
