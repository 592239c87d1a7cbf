import { pageHref } from '../../address/address.ts';
import { asArray, asObject, asString, defined, isObject, own } from '../../json/guards.ts';
import type { Info } from '../../openapi/types.ts';
import { webUrl } from '../request/safe-url.ts';
import { securitySchemeOf } from '../request/security.ts';
import { buildServers } from '../request/server.ts';
import { componentRef } from '../schema/ref.ts';
import { externalDocsOf } from '../schema/schema-facts.ts';
import type { ModelContext } from './context.ts';
import { extensionsOf } from './extension.ts';
import { firstRequestOf } from './first-request.ts';
import { statusOf } from './http-status.ts';
import type { InfoPageModel } from './page.ts';
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
    tags: [...tagNames(context)].map((name) => tagEntry(name, context)),
    errors: (page.errors ?? []).map(({ status, schema, operations }) => ({
      status,
      label: statusOf(status, context.say).label,
      schema,
      operations,
      ...defined({ href: context.schemaHref(context.schemaRef(componentRef(schema))) }),
    })),
    schemas: (page.schemas ?? []).map((link) => ({ ...link, href: pageHref(page, link.id) })),
    extensions: extensionsOf(document.info, context),
    ...defined({
      logo: logoOf(document.info),
      self: asString(document.$self),
      jsonSchemaDialect: asString(document.jsonSchemaDialect),
      externalDocs: externalDocsOf(document.externalDocs),
      firstRequest: firstRequestOf(context),
      authentication: page.authentication,
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

function tagEntry(name: string, context: ModelContext): InfoPageModel['tags'][number] {
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
