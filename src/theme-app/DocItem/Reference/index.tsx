import { useSidebarBreadcrumbs } from '@docusaurus/plugin-content-docs/client';
import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import useApiTable from '@reference/api-table';
import Page from '@reference/page';
import readSlice from '@reference/slice';
import type { Props } from '@theme/DocItem';
import ReferenceHead from '@theme/ReferenceHead';
import DocItem from '@theme-init/DocItem';
import type { ReactNode } from 'react';
import { pageHref } from '../../../address/address.ts';
import { placedDoc } from '../../../address/doc.ts';
import { useAbsolute } from '../../../client/app/absolute.ts';
import { OwnData } from '../../../client/app/own-data.ts';
import { useSocialImage } from '../../../client/app/social-image.ts';
import { say } from '../../../client/app/words.ts';
import { type HeadSubject, headSubject } from '../../../model/page/page-head.ts';
import { type Crumb, referenceData, scriptOf } from '../../../model/page/structured-data.ts';
import { ownTagLabel } from '../../../model/page/tag.ts';
import type { PageInfo, SliceDocument } from '../../../slices/slice.ts';

/**
 * A page of the reference. Marks the rendered part so that the browser keeps it and the app finds it.
 * Metadata for search engines is here too and not in the head: it is kept and moves along.
 */
export default function DocItemReference(props: Props): ReactNode {
  const { frontMatter, metadata } = props.content;
  const { siteConfig } = useDocusaurusContext();
  const table = useApiTable();
  const imageOf = useSocialImage();
  const placed = placedDoc({ ...metadata, frontMatter }, siteConfig.baseUrl);
  const slice = placed && readSlice(placed.slice);
  // In the browser the page is kept; in development, what Docusaurus writes is good enough.
  if (!slice) return <Page {...props} />;
  const info = slice['x-page'];
  const { of = info.api, name = '', position = 0 } = info.version ?? {};
  const listed = table?.apis.find(({ id }) => id === of);
  const label = listed?.label ?? String(slice.info?.title);
  // As it was in this version of the docs, except for the name that the site gives it.
  const api = {
    label: position > 0 && info.kind !== 'info' ? `${label} ${name}` : label,
    version: String(slice.info?.version ?? ''),
    href: pageHref({ ...info, ...placed }),
  };
  const own = ownTitleOf(info);
  const subject = headSubject(own === undefined ? info : { ...info, title: own });
  const title = titleOf(subject, api, siteConfig.titleDelimiter);
  // Pages without one get their title here.
  const isDescribed = metadata.description !== metadata.title;
  const description = isDescribed ? metadata.description : descriptionOf(subject, api);
  return (
    <>
      <div data-part="page" data-title={title} data-description={description}>
        <OwnData.Provider value={true}>
          <DocItem {...props} />
        </OwnData.Provider>
        <StructuredData
          slice={slice}
          title={subject.title}
          api={api}
          path={metadata.permalink}
          description={description}
        />
      </div>
      <ReferenceHead title={title} description={description} image={imageOf(listed)} />
    </>
  );
}

/** The title of a page, if it is ours and so in the language of the page. */
function ownTitleOf(info: PageInfo): string | undefined {
  if (info.kind === 'schemaList') return say('ref.schemas');
  if (info.kind === 'changelog') return say('ref.changelog');
  if (info.kind === 'release') return say('ref.changesIn', { version: info.name ?? '' });
  return ownTagLabel(info.name ?? '', info, say);
}

interface HeadApi {
  readonly label: string;
  readonly version: string;
  /** Path of the info page, without base URL. */
  readonly href: string;
}

interface DataProps {
  readonly slice: SliceDocument;
  readonly title: string;
  readonly api: HeadApi;
  readonly path: string;
  readonly description: string;
}

function StructuredData({ slice, title, api, path, description }: DataProps): ReactNode {
  const absolute = useAbsolute();
  const { siteConfig } = useDocusaurusContext();
  const { kind } = slice['x-page'];
  const top: Crumb = { name: api.label, url: absolute(siteConfig.baseUrl + api.href.slice(1)) };
  const isInfo = kind === 'info';
  const below = (useSidebarBreadcrumbs() ?? []).flatMap(({ label, href }) =>
    href && !isInfo ? [{ name: label, url: absolute(href) }] : [],
  );
  const data = referenceData(
    { title, description, url: absolute(path) },
    top,
    [top, ...below],
    isInfo ? slice : undefined,
  );
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptOf(data) }} />;
}

function titleOf({ kind, title, name }: HeadSubject, api: HeadApi, delimiter: string): string {
  const { label, version } = api;
  if (kind === 'info')
    return translate(
      { id: 'ref.head.info', message: '{label} reference {version}' },
      { label, version },
    ).trim();
  return `${name === undefined ? plainTitle(kind, title) : namedTitle(kind, title, name)} ${delimiter} ${label}`;
}

function plainTitle(kind: HeadSubject['kind'], title: string): string {
  if (kind === 'schema')
    return translate({ id: 'ref.head.schema', message: '{name} schema' }, { name: title });
  if (kind === 'webhook')
    return translate({ id: 'ref.head.webhook', message: '{name} webhook' }, { name: title });
  return title;
}

function namedTitle(kind: HeadSubject['kind'], title: string, name: string): string {
  return `${title} · ${plainTitle(kind, name)}`;
}

function descriptionOf({ kind, title, name = title }: HeadSubject, { label }: HeadApi): string {
  if (kind === 'info')
    return translate(
      { id: 'ref.head.aboutInfo', message: '{label}: operations, schemas and authentication.' },
      { label },
    );
  if (kind === 'tag')
    return translate(
      { id: 'ref.head.aboutTag', message: '{label}: operations for {name}.' },
      { label, name },
    );
  if (kind === 'schemaList')
    return translate({ id: 'ref.head.aboutSchemas', message: '{label}: all schemas.' }, { label });
  if (kind === 'changelog')
    return translate(
      {
        id: 'ref.head.aboutChangelog',
        message: '{label}: what was added, changed, deprecated and removed in each version.',
      },
      { label },
    );
  if (kind === 'release') return `${label}: ${title}.`;
  if (kind === 'schema')
    return translate(
      { id: 'ref.head.aboutSchema', message: '{label}: types and limits of the {name} schema.' },
      { label, name },
    );
  return translate(
    {
      id: 'ref.head.aboutOperation',
      message: '{label}: parameters, responses and examples for {name}.',
    },
    { label, name },
  );
}
