import fs from 'node:fs';
import path from 'node:path';
import { buildPage } from '../model/build-page.ts';
import { PageProvider } from './page-context.tsx';
import type { ReferenceRootProps } from './reference-root.ts';
import { say } from './words.ts';

/** Set by the site's plugin to the folder of the slices. */
declare const REFERENCE_SLICES: string;

/** In the static rendering: draws the page from its slice, which is read from disk. */
export default function ReferenceRoot({ slice, className, children }: ReferenceRootProps) {
  const json = fs.readFileSync(path.join(REFERENCE_SLICES, `${slice}.json`), 'utf8');
  return (
    <div>
      <div className={className} data-part={`slice ${slice}`}>
        <PageProvider value={buildPage(JSON.parse(json), say)}>{children}</PageProvider>
      </div>
    </div>
  );
}
