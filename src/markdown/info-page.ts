import { own } from '../json/guards.ts';
import { type AuthenticationNeed, authenticationNeed } from '../model/page/authentication-need.ts';
import type { InfoPageModel } from '../model/page/page.ts';
import { description, joined } from './description.ts';
import { exampleBlocks } from './example.ts';
import { operationItem, schemaLinks } from './links.ts';
import { externalDocsBlocks, externalDocsOf } from './schema.ts';
import { schemeItem } from './security.ts';
import { serverItem } from './server.ts';
import { blocks, code, heading, type Item, list, strong, text, words } from './text.ts';
import { external, facts, operationCount, type Twin } from './twin.ts';

/** The page of an API: what it is, how it is used, and its contents. */
export function infoPage(page: InfoPageModel, twin: Twin): string {
  const { say } = twin;
  const { info, conventions, servers, externalDocs } = page;
  const section = (title: string, ...contents: readonly string[]): readonly string[] =>
    contents.some(Boolean) ? [heading(2, title), ...contents] : [];
  return blocks(
    heading(1, text(page.title)),
    info.version && words(say('site.version'), code(info.version)),
    info.summary && text(info.summary),
    description(info.description, twin, 2).markdown,
    facts(page.extensions).join(', '),
    ...externalDocsBlocks(externalDocs, twin),
    ...section(say('site.servers'), list(servers.map((server) => serverItem(server, twin)))),
    ...authentication(page, twin),
    ...section(
      say('site.pagination'),
      conventionList(conventions.pagination, twin),
      ...pageBody(page, twin),
    ),
    ...section(say('site.rateLimits'), conventionList(conventions.rateLimits, twin)),
    ...section(say('site.idempotency'), conventionList(conventions.idempotency, twin)),
    ...section(say('site.errors'), ...errors(page, twin)),
    ...section(say('site.resources'), ...tags(page, twin)),
    ...section(
      say('ref.deprecatedBadge'),
      list(page.deprecatedOperations.map((operation) => operationItem(operation, twin))),
    ),
    ...section(say('site.schemas'), schemaLinks(page.schemas, twin)),
    page.schemaList ? twin.to(say('site.schemas'), page.schemaList) : '',
    page.changelog ? twin.to(say('ref.changelog'), page.changelog) : '',
    ...section(say('site.about'), about(page, twin)),
  );
}

/** The security schemes, and the operations that need none. */
function authentication(page: InfoPageModel, twin: Twin): readonly string[] {
  const { securitySchemes, authentication: use, openOperations: open } = page;
  if (securitySchemes.length === 0) return [];
  const { say } = twin;
  const items = securitySchemes.map((scheme) => {
    const uses = use && Number(own(use.schemes, scheme.name) ?? 0);
    return schemeItem(scheme, uses === undefined ? '' : operationCount(uses, twin), twin);
  });
  return [
    heading(2, say('site.authentication')),
    use ? needOf(authenticationNeed(use, securitySchemes), twin) : '',
    list(items),
    ...(open.length > 0
      ? [
          `${say('site.authentication.open')}:`,
          list(open.map((operation) => operationItem(operation, twin))),
        ]
      : []),
  ];
}

function needOf({ amount, usual, ...counts }: AuthenticationNeed, { say, count }: Twin): string {
  return say(`site.authentication.${amount}`, {
    scheme: usual === undefined ? '' : `: ${text(usual)}`,
    required: count(counts.required),
    operations: count(counts.operations),
    rest: count(counts.rest),
  });
}

function conventionList(
  entries: InfoPageModel['conventions'][keyof InfoPageModel['conventions']] = [],
  twin: Twin,
): string {
  return list(
    entries.map(({ name, description: said, operations, facts: limits }) => {
      const head = [...facts(limits), operationCount(operations, twin)].join(', ');
      return { line: words(`${code(name)} (${head})${said ? ':' : ''}`, said && text(said)) };
    }),
  );
}

function pageBody({ pageBody: body }: InfoPageModel, twin: Twin): readonly string[] {
  if (!body) return [];
  const { say } = twin;
  const items = body.fields.map(({ name, type, description: said, isList }): Item => {
    const { line, below } = joined([description(said, twin)]);
    const rest = line === '' && isList ? say('site.pageItems') : line;
    return { line: words(`${code(name)} (${text(type)})${rest && ':'}`, rest), below };
  });
  return [heading(3, say('site.pageBody')), list(items)];
}

function errors({ errors: uses, errorBodies }: InfoPageModel, twin: Twin): readonly string[] {
  const items = uses.map(({ status, label, schema, href, operations }): Item => {
    const name = label === status ? status : `${status} ${label}`;
    const body = href === undefined ? code(schema) : twin.to(schema, href);
    return { line: `${text(name)}: ${body}, ${operationCount(operations, twin)}` };
  });
  return [
    list(items),
    ...errorBodies.flatMap(({ schema, statuses, description: said, example }) => [
      heading(3, words(text(schema), text(statuses.join(', ')))),
      description(said, twin).markdown,
      ...(example ? exampleBlocks(example, twin, true) : []),
    ]),
  ];
}

function tags({ tagGroups }: InfoPageModel, twin: Twin): readonly string[] {
  return tagGroups.flatMap(({ name, tags: entries }) => [
    name === undefined ? '' : heading(3, text(name)),
    list(
      entries.map((tag): Item => {
        const { externalDocs } = tag;
        const label = tag.href ? twin.to(tag.title, tag.href) : strong(text(tag.title));
        const count = tag.operations > 0 ? operationCount(tag.operations, twin) : '';
        const { line, below } = joined([
          description(tag.description, twin),
          ...externalDocsOf(externalDocs, twin),
        ]);
        const head = [label, count, ...facts(tag.extensions)].filter(Boolean).join(', ');
        return { line: words(`${head}${line && ':'}`, line), below };
      }),
    ),
  ]);
}

/** Contact, license and terms, OpenAPI 3.1 sections 4.8.2 to 4.8.4. */
function about({ info, self, jsonSchemaDialect: dialect }: InfoPageModel, { say }: Twin): string {
  const { contact, license, termsOfService: terms } = info;
  const linked = (label: string | undefined, url: string | undefined): string =>
    url === undefined ? text(label ?? '') : external(url, label ?? url);
  const rows: readonly (readonly [label: string, shown: string])[] = [
    [say('site.contact'), linked(contact?.name, contact?.url)],
    [say('site.email'), contact?.email ? external(`mailto:${contact.email}`, contact.email) : ''],
    [say('site.license'), linked(license?.name || license?.identifier, license?.url)],
    [say('site.licenseIdentifier'), license?.identifier ? code(license.identifier) : ''],
    [say('site.terms'), terms ? external(terms) : ''],
    [say('site.self'), self ? external(self) : ''],
    [say('site.dialect'), dialect ? external(dialect) : ''],
  ];
  return list(
    rows.flatMap(([label, shown]) => (shown === '' ? [] : [{ line: `${label}: ${shown}` }])),
  );
}
