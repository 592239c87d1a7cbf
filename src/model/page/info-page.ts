import { pageHref, slicePath } from '../../address/address.ts';
import { asArray, asObject, asString, defined, isObject, own } from '../../json/guards.ts';
import type { Info } from '../../openapi/types.ts';
import { webUrl } from '../request/safe-url.ts';
import { securitySchemeOf } from '../request/security.ts';
import { buildServers } from '../request/server.ts';
import { componentRef } from '../schema/ref.ts';
import { externalDocsOf } from '../schema/schema-facts.ts';
import { Anchors, kebabSegmentOf } from './anchor.ts';
import type { ModelContext } from './context.ts';
import { extensionsOf } from './extension.ts';
import { firstRequestOf } from './first-request.ts';
import { statusOf } from './http-status.ts';
import type { InfoPageModel, TagEntries, TagEntry } from './page.ts';
import { schemaLinks } from './schema-list.ts';
import { tagHref, tagLabel, tagOf } from './tag.ts';

/** The info page of an API: OpenAPI 3.1 sections 4.8.1 and 4.8.2. */
export function buildInfoPage(context: ModelContext): InfoPageModel {
  const { document, page } = context;
  return {
    kind: 'info',
    page,
    title: page.title,
    info: infoOf(document.info),
    servers: buildServers([document.servers], context),
    securitySchemes: schemeNames(context).map((name) => securitySchemeOf(name, context)),
    tagGroups: groupsOf(context),
    conventions: page.conventions ?? {},
    errors: (page.errors ?? []).map(({ status, schema, operations }) => ({
      status,
      label: statusOf(status, context.say).label,
      schema,
      operations,
      ...defined({ href: context.schemaHref(context.schemaRef(componentRef(schema))) }),
    })),
    schemas: schemaLinks(context),
    extensions: extensionsOf(document.info, context),
    ...defined({
      logo: logoOf(document.info),
      self: asString(document.$self),
      jsonSchemaDialect: asString(document.jsonSchemaDialect),
      externalDocs: externalDocsOf(document.externalDocs),
      firstRequest: firstRequestOf(context),
      authentication: page.authentication,
      schemaList: page.schemaList && pageHref(page, page.schemaList),
      download: page.document && slicePath(page, page.document),
    }),
  };
}

function schemeNames({ document, page }: ModelContext): string[] {
  const names = Object.keys(asObject(asObject(document.components).securitySchemes));
  const uses = (name: string) => Number(own(page.authentication?.schemes, name) ?? 0);
  return names.toSorted((a, b) => uses(b) - uses(a));
}

/** `x-logo`: an image with its link, by default to the contact. */
function logoOf(info: unknown): InfoPageModel['logo'] {
  const { url, altText, href } = asObject(own(info, 'x-logo'));
  const address = webUrl(url)?.href;
  if (address === undefined) return undefined;
  const target = webUrl(href) ?? webUrl(asObject(own(info, 'contact')).url);
  return { url: address, alt: asString(altText) ?? 'logo', ...defined({ href: target?.href }) };
}

/** Tags with a page, in the order of their pages, then those without operations. */
function tagNames({ document, page }: ModelContext): Set<string> {
  const declared = asArray(document.tags).map((tag) => asString(asObject(tag).name) ?? []);
  return new Set([...Object.keys(page.tagPages), ...declared.flat()]);
}

/** All tags, in the groups that the document has; those without operations are not in them, and come last. */
function groupsOf(context: ModelContext): TagEntries[] {
  const names = tagNames(context);
  const { tagGroups = [] } = context.page;
  const anchors = new Anchors();
  const groups = tagGroups.map(({ name, tags, isRest }) => ({
    name: isRest ? context.say('ref.tag.more') : name,
    anchor: anchors.claim('tags', isRest ? 'more' : kebabSegmentOf(name)),
    tags: tags.filter((tag) => names.delete(tag)),
  }));
  return [...groups, { anchor: anchors.claim('operations'), tags: [...names] }]
    .filter(({ tags }) => tags.length > 0)
    .map((group) => ({ ...group, tags: group.tags.map((name) => tagEntry(name, context)) }));
}

function tagEntry(name: string, context: ModelContext): TagEntry {
  const tag = tagOf(name, context);
  const href = tagHref(name, context);
  const count = own(context.page.operationCounts, name);
  return {
    name,
    title: tagLabel(name, context),
    operations: typeof count === 'number' ? count : 0,
    extensions: href === undefined ? extensionsOf(tag, context) : [],
    ...defined({
      href,
      description: asString(tag.description),
      externalDocs: href === undefined ? externalDocsOf(tag.externalDocs) : undefined,
    }),
  };
}

/** The Info Object with only those of its fields that have the right type. */
function infoOf(value: unknown): Info {
  const info = asObject(value);
  const texts = (source: unknown, keys: readonly string[]) =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const text = asString(asObject(source)[key]);
        return text === undefined ? [] : [[key, text]];
      }),
    );
  return {
    title: '',
    version: '',
    ...texts(info, ['title', 'summary', 'description', 'termsOfService', 'version']),
    ...(isObject(info.contact) && { contact: texts(info.contact, ['name', 'url', 'email']) }),
    ...(isObject(info.license) && {
      license: { name: '', ...texts(info.license, ['name', 'identifier', 'url']) },
    }),
  };
}
