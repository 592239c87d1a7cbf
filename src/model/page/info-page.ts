import { pageHref, slicePath, yamlPath } from '../../address/address.ts';
import { asArray, asObject, asString, defined, inline, isObject, own } from '../../json/guards.ts';
import type { Info } from '../../openapi/types.ts';
import type { Convention } from '../../slices/slice.ts';
import { webUrl } from '../request/safe-url.ts';
import { securitySchemeOf } from '../request/security.ts';
import { buildServers } from '../request/server.ts';
import { constraintsOf } from '../schema/constraint.ts';
import { componentRef } from '../schema/ref.ts';
import type { Constraint } from '../schema/schema.ts';
import { externalDocsOf } from '../schema/schema-facts.ts';
import { Anchors, kebabSegmentOf } from './anchor.ts';
import { linkedRelease } from './change.ts';
import { errorBodiesOf, pageBodyOf } from './common-body.ts';
import type { ModelContext } from './context.ts';
import { extensionsOf } from './extension.ts';
import { firstRequestOf } from './first-request.ts';
import { statusOf } from './http-status.ts';
import type { InfoPageModel, LinkedPage, TagEntries, TagEntry } from './page.ts';
import { schemaEntries } from './schema-list.ts';
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
    conventions: conventionsOf(context),
    errors: (page.errors ?? []).map(({ status, schema, operations }) => ({
      status,
      label: statusOf(status, context.say).label,
      schema,
      operations,
      ...defined({ href: context.schemaHref(context.schemaRef(componentRef(schema))) }),
    })),
    errorBodies: errorBodiesOf(context),
    openOperations: openOperationsOf(context),
    deprecatedOperations: (page.operations ?? [])
      .filter(({ deprecated }) => deprecated)
      .map((link) => ({ ...link, href: pageHref(page, link.id) })),
    schemas: schemaEntries(context),
    extensions: extensionsOf(document.info, context),
    ...defined({
      pageBody: pageBodyOf(context),
      logo: logoOf(document.info),
      self: asString(document.$self),
      jsonSchemaDialect: asString(document.jsonSchemaDialect),
      externalDocs: externalDocsOf(document.externalDocs),
      firstRequest: firstRequestOf(context),
      authentication: page.authentication,
      schemaList: page.schemaList && pageHref(page, page.schemaList),
      changelog: page.changelog && pageHref(page, page.changelog),
      latestRelease: page.latestRelease && linkedRelease(page.latestRelease, context),
      download: page.document && slicePath(page, page.document),
      downloadYaml: page.hasYaml && page.document && yamlPath(page, page.document),
      collection: page.collections?.postman && slicePath(page, page.collections.postman),
    }),
  };
}

/** With defaults and limits of parameters in words. */
function conventionsOf({ page, say }: ModelContext): InfoPageModel['conventions'] {
  const facts = ({ schema = {} }: Convention): Constraint[] => [
    ...(schema.default === undefined
      ? []
      : [{ label: say('ref.default'), value: inline(schema.default) }]),
    ...constraintsOf(defined({ ...schema, format: undefined }), say),
  ];
  return Object.fromEntries(
    Object.entries(page.conventions ?? {}).map(([kind, list]) => [
      kind,
      list.map((one: Convention) => ({ ...one, facts: facts(one) })),
    ]),
  );
}

function openOperationsOf({ page }: ModelContext): LinkedPage[] {
  const open = new Set(page.authentication?.open);
  return (page.operations ?? [])
    .filter(({ id }) => open.has(id))
    .map((link) => ({ ...link, href: pageHref(page, link.id) }));
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
    ...(isRest && { isOurs: true as const }),
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
    ...(own(context.page.ownTags, name) !== undefined && { isOurs: true }),
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
