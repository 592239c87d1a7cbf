import { defined } from '../../json/guards.ts';
import { buildPage } from '../../model/page/build-page.ts';
import { PageProvider } from './page-context.tsx';
import { useEnding } from './page-links.ts';
import { anchorPrefix, classOf, partOf, type ReferenceRootProps } from './reference-root.ts';
import readSlice from './slice-file.ts';
import { Twin } from './twin.tsx';
import { say } from './words.ts';

/** In static rendering: renders the page from its slice, which is read from disk, and writes its Markdown twin. */
export default function ReferenceRoot(props: ReferenceRootProps) {
  const { slice: file, base, path, children } = props;
  const ending = useEnding();
  const slice = readSlice(file);
  const page = buildPage(slice, {
    say,
    anchorPrefix: anchorPrefix(props),
    base,
    ...defined({ ending }),
  });
  return (
    <div>
      <div className={classOf(props, page)} data-part={partOf(props)}>
        <PageProvider value={page}>{children}</PageProvider>
      </div>
      {path !== undefined && <Twin path={path} slice={slice} page={page} />}
    </div>
  );
}
