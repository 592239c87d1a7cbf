import type { LinkModel, ResponseModel } from '../model/page/response.ts';
import { bodyBlocks } from './body.ts';
import { description, joined } from './description.ts';
import { parameterList } from './field.ts';
import { serverItem } from './server.ts';
import { code, heading, type Item, list, text, words } from './text.ts';
import { facts, type Twin, value } from './twin.ts';

/**
 * The response with one status, OpenAPI 3.1 section 4.8.17.
 *
 * @param level Of its heading.
 */
export function responseBlocks(
  response: ResponseModel,
  twin: Twin,
  level: number,
): readonly string[] {
  const { status, label, headers, content, links, extensions } = response;
  const { say } = twin;
  const title = label === status ? status : `${status} ${label}`;
  const about = description(response.description, twin).markdown;
  return [
    heading(level, text(title)),
    about === text(label) ? '' : about,
    facts(extensions).join(', '),
    content.length === 0 ? say('ref.noBody') : '',
    ...(headers.length > 0 ? [`${say('ref.responseHeaders')}:`, parameterList(headers, twin)] : []),
    ...bodyBlocks(content, twin, level + 1),
    ...(links.length > 0
      ? [`${say('ref.links')}:`, list(links.map((link) => linkItem(link, twin)))]
      : []),
  ].filter(Boolean);
}

/** How the values of a response can be used next, OpenAPI 3.1 section 4.8.20. */
function linkItem(link: LinkModel, twin: Twin): Item {
  const { name, target, targetName, parameters, requestBody, extensions, server } = link;
  const { line, below } = joined([description(link.description, twin)]);
  const head = words(code(name), target ? twin.to(target.title, target.href) : code(targetName));
  const values = parameters.map(
    (one): Item => ({ line: `${code(one.name)} = ${value(one.value)}` }),
  );
  const others: readonly Item[] = [
    ...(requestBody === undefined
      ? []
      : [{ line: `${twin.say('ref.requestBody')} = ${value(requestBody)}` }]),
    ...facts(extensions).map((fact) => ({ line: fact })),
    ...(server ? [serverItem(server, twin, `${twin.say('ref.server')} `)] : []),
  ];
  return {
    line: words(`${head}${line && ':'}`, line),
    below: [...below, list([...values, ...others])],
  };
}
