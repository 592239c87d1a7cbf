import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import { NO_ORIGIN, slicePath, twinPath, yamlPath } from '../../address/address.ts';
import { usePage } from '../../client/app/page-context.tsx';
import { usePublishedBase } from '../../client/app/published.ts';
import { PAGE_MENU } from '../../client/protocol.ts';
import { ASSISTANTS, assistantUrl } from '../../model/page/assistants.ts';
import type { PageKind } from '../../slices/slice.ts';
import styles from './styles.module.css';

export interface Props {
  /** Path of the page within the site. */
  readonly path: string;
}

/**
 * The page in other forms: as Markdown, as its part of the document, and opened in assistants. The browser opens and
 * closes it; only copying needs a script, `client/page/page-menu.ts`.
 */
export default function PageMenu({ path }: Props): ReactNode {
  const { page } = usePage();
  const { siteConfig } = useDocusaurusContext();
  const { permalink } = useDoc().metadata;
  const published = usePublishedBase();
  // The development server has none.
  const hasTwin = process.env.NODE_ENV !== 'development';
  const twin = siteConfig.baseUrl + encodeURI(twinPath(path));
  const { document, downloadUrl, assistants = ASSISTANTS } = page;
  const part = partLabel(page.kind);
  const prompt = translate(
    {
      id: 'ref.page.prompt',
      message: 'Read {url} and help me with what it describes.',
    },
    { url: siteConfig.url + twin },
  );
  return (
    <div className={styles.menu}>
      <button type="button" popoverTarget={PAGE_MENU}>
        {translate({ id: 'ref.page.menu', message: 'Page menu' })}
      </button>
      <div
        id={PAGE_MENU}
        className={styles.list}
        popover="auto"
        data-done={translate({ id: 'ref.copied', message: 'Copied' })}
      >
        {hasTwin && (
          <>
            <button type="button" data-copy="" value={twin} disabled>
              {translate({ id: 'ref.page.copy', message: 'Copy page as Markdown' })}
            </button>
            <a href={twin}>{translate({ id: 'ref.page.view', message: 'View as Markdown' })}</a>
          </>
        )}
        {part !== undefined && <a href={published + slicePath(page, page.id)}>{part}</a>}
        {downloadUrl ? (
          <a href={downloadUrl}>{wholeLabel()}</a>
        ) : (
          document && (
            <>
              <a href={published + slicePath(page, document)}>{wholeLabel('JSON')}</a>
              <a href={published + yamlPath(page, document)}>{wholeLabel('YAML')}</a>
            </>
          )
        )}
        {hasTwin &&
          assistants &&
          siteConfig.url !== NO_ORIGIN &&
          assistants.map((assistant) => (
            <a
              key={assistant.label}
              href={assistantUrl(assistant, prompt)}
              target="_blank"
              rel="noreferrer"
            >
              {translate(
                { id: 'ref.page.open', message: 'Open in {name}' },
                { name: assistant.label },
              )}
            </a>
          ))}
        <a href={permalink} data-copy="">
          {translate({ id: 'ref.page.permalink', message: 'Copy link to this page' })}
        </a>
      </div>
    </div>
  );
}

function wholeLabel(notation?: string): string {
  const label = translate({ id: 'ref.page.whole', message: 'OpenAPI of the whole API' });
  return notation === undefined ? label : `${label} (${notation})`;
}

/** Undefined for pages about the whole document. */
function partLabel(kind: PageKind): string | undefined {
  const labels: { readonly [kind in PageKind]?: string } = {
    operation: translate({ id: 'ref.page.operation', message: 'OpenAPI of this operation' }),
    webhook: translate({ id: 'ref.page.webhook', message: 'OpenAPI of this webhook' }),
    schema: translate({ id: 'ref.page.schema', message: 'OpenAPI of this schema' }),
    tag: translate({ id: 'ref.page.tag', message: 'OpenAPI of this tag' }),
  };
  return labels[kind];
}
