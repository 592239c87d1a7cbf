import type { OperationModel, RequestBodyModel, ServerModel } from '../model/page/page.ts';
import { baseUrlOf, HOST, isRelative } from '../model/request/server-url.ts';
import { isGenerated, type SampleModel } from '../model/samples/sample.ts';
import { bodyBlocks } from './body.ts';
import { historyBlocks } from './changes.ts';
import { description } from './description.ts';
import { parameterList } from './field.ts';
import { responseBlocks } from './response.ts';
import { externalDocsBlocks } from './schema.ts';
import { securityBlocks } from './security.ts';
import { serverList } from './server.ts';
import { blocks, code, fence, heading, strong, text, words } from './text.ts';
import { facts, type Twin } from './twin.ts';

/** The page of an operation or a webhook. */
export function operationPage(page: OperationModel, twin: Twin): string {
  const { say } = twin;
  const { kind, title, tags, operationId, servers, infoLinks, callbacks } = page;
  const base = kind === 'operation' ? baseUrlOf(servers[0], {}, '') : '';
  const path = base === '' || page.path.startsWith('/') ? page.path : `/${page.path}`;
  return blocks(
    heading(1, text(title)),
    page.badges.map((badge) => strong(text(badge))).join(' '),
    ...deprecationBlocks(page, twin),
    words(strong(text(page.method)), code(base + path)),
    kind === 'webhook' ? say('ref.webhookRequest') : '',
    isShown(servers, base) ? '' : serverList(servers, twin),
    ...aboutBlocks(page, twin),
    tags.length > 0
      ? words(
          say(tags.length === 1 ? 'ref.tag' : 'ref.tags'),
          tags.map(({ label, href }) => (href ? twin.to(label, href) : text(label))).join(', '),
        )
      : '',
    operationId && words(say('ref.meta.operationId'), code(operationId)),
    guideLine(twin),
    heading(2, say('ref.authentication')),
    ...securityBlocks(page.security, twin),
    infoLinks.authentication && twin.to(say('ref.aboutAuthentication'), infoLinks.authentication),
    ...requestBlocks(page, twin, 2),
    ...callbackBlocks(callbacks, twin),
    ...sampleBlocks(page, twin, 2),
    ...historyBlocks(page.history, twin),
  );
}

/** The guides that use it. */
function guideLine({ guides = [], say, to }: Twin): string {
  if (guides.length === 0) return '';
  return words(say('ref.meta.guides'), guides.map(({ title, path }) => to(title, path)).join(', '));
}

/** Whether the endpoint shows all about the servers. */
function isShown([server, another]: readonly ServerModel[], base: string): boolean {
  if (!server) return true;
  const { url, description: about, variables, extensions } = server;
  return !another && url === base && !about && variables.length + extensions.length === 0;
}

function deprecationBlocks({ deprecation }: OperationModel, twin: Twin): readonly string[] {
  if (!deprecation) return [];
  const { replacement } = deprecation;
  const instead = replacement && {
    operation: replacement.href.startsWith('/')
      ? twin.to(replacement.title, replacement.href)
      : text(replacement.title),
  };
  return [
    words(
      strong(twin.say('ref.deprecatedBadge')),
      instead && twin.say('ref.deprecatedInstead', instead),
      facts(deprecation.facts).join(', '),
    ),
  ];
}

/** What it does, and links to further documentation. */
function aboutBlocks(operation: OperationModel, twin: Twin, level = 3): readonly string[] {
  const { externalDocs, extensions } = operation;
  return [
    description(operation.description, twin, level).markdown,
    facts(extensions).join(', '),
    ...externalDocsBlocks(externalDocs, twin),
  ];
}

/** Parameters, body and responses. */
export function requestBlocks(page: OperationModel, twin: Twin, level: number): readonly string[] {
  const { kind, parameters, requestBody, responses, infoLinks } = page;
  const { say } = twin;
  const isPaged = parameters.some((group) =>
    group.parameters.some(({ common }) => common === 'pagination'),
  );
  const hasRequired = responses.some(({ content }) =>
    content.some(({ schema }) => schema?.properties.some(({ required }) => required)),
  );
  const hasErrors = responses.some(({ tone }) => tone === 'error');
  return [
    ...parameters.flatMap((group) => [
      heading(level, group.title),
      parameterList(group.parameters, twin),
    ]),
    isPaged && infoLinks.pagination
      ? twin.to(say('ref.aboutPagination'), infoLinks.pagination)
      : '',
    ...(requestBody ? requestBodyBlocks(requestBody, twin, level) : []),
    ...(responses.length > 0
      ? [
          heading(level, say('ref.responses')),
          kind === 'webhook' ? say('ref.webhookResponses') : '',
          words(
            hasRequired && say('ref.requiredReceived'),
            hasErrors && infoLinks.errors && twin.to(say('ref.aboutErrors'), infoLinks.errors),
          ),
          ...responses.flatMap((response) => responseBlocks(response, twin, level + 1)),
        ]
      : []),
  ];
}

function requestBodyBlocks(
  { required, content, extensions, ...body }: RequestBodyModel,
  twin: Twin,
  level: number,
): readonly string[] {
  const { say } = twin;
  return [
    heading(level, words(say('ref.requestBody'), required && strong(say('ref.required')))),
    description(body.description, twin).markdown,
    facts(extensions).join(', '),
    ...bodyBlocks(content, twin, level + 1),
  ];
}

/** Requests that the API sends to its user, OpenAPI 3.1 section 4.8.18. */
function callbackBlocks(callbacks: OperationModel['callbacks'], twin: Twin): readonly string[] {
  if (callbacks.length === 0) return [];
  const { say } = twin;
  return [
    heading(2, say('ref.callbacks')),
    ...callbacks.flatMap(({ name, expression, operation }) => [
      heading(3, words(strong(text(operation.method)), code(name))),
      operation.deprecation ? strong(say('ref.deprecatedBadge')) : '',
      operation.title === name ? '' : text(operation.title),
      words(strong(text(operation.method)), code(expression)),
      operation.operationId && operation.operationId !== name
        ? words(say('ref.meta.operationId'), code(operation.operationId))
        : '',
      serverList(operation.servers, twin),
      ...aboutBlocks(operation, twin, 4),
      ...(operation.security.length > 0 ? securityBlocks(operation.security, twin) : []),
      ...requestBlocks(operation, twin, 4),
      ...sampleBlocks(operation, twin, 4),
    ]),
  ];
}

/** The document's own samples, or else a generated one: all of those send the same. */
function sampleBlocks(operation: OperationModel, twin: Twin, level: number): readonly string[] {
  const samples = chosenSamples(operation.samples);
  if (samples.length === 0) return [];
  const { say } = twin;
  return [
    heading(level, say('ref.samples')),
    operation.kind === 'operation' && isRelative(operation.servers[0])
      ? say('ref.samples.host', { host: text(HOST) })
      : '',
    operation.areSamplesCut ? say('ref.example.cut') : '',
    ...samples.flatMap(({ label, variants }) =>
      variants.flatMap((variant) => [
        variant.label === undefined ? '' : `${text(nameOf(label, variant.label))}:`,
        fence(variant.code, variant.language),
      ]),
    ),
  ];
}

function nameOf(language: string, label: string): string {
  return label === language ? label : `${language}, ${label}`;
}

function chosenSamples(samples: readonly SampleModel[]): readonly SampleModel[] {
  const authored = samples.flatMap((sample) => {
    const variants = sample.variants.filter(({ label }) => label !== undefined);
    return variants.length > 0 ? [{ ...sample, variants }] : [];
  });
  if (authored.length > 0) return authored;
  const generated = samples.find(isGenerated);
  return generated ? [{ ...generated, variants: generated.variants.slice(-1) }] : [];
}
