import fs from 'node:fs';
import path from 'node:path';
import { buildPage } from '../model/build-page.ts';
import { PageProvider } from './page-context.tsx';
import { anchorPrefix, partOf, type ReferenceRootProps } from './reference-root.ts';

/** Set by the site's plugin to the folder of the slices. */
declare const REFERENCE_SLICES: string;

/** In the static rendering: draws the page from its slice, which is read from disk. */
export default function ReferenceRoot(props: ReferenceRootProps) {
  const { slice, className, children } = props;
  const json = fs.readFileSync(path.join(REFERENCE_SLICES, `${slice}.json`), 'utf8');
  return (
    <div>
      <div className={className} data-part={partOf(props)}>
        <PageProvider value={buildPage(JSON.parse(json), anchorPrefix(props))}>
          {children}
        </PageProvider>
      </div>
    </div>
  );
}
