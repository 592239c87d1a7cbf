import type { ServerModel } from '../model/page/page.ts';
import { description, joined } from './description.ts';
import { code, type Item, list } from './text.ts';
import { facts, type Twin, value } from './twin.ts';

/** A base URL with its variables, OpenAPI 3.1 section 4.8.5. */
export function serverItem(server: ServerModel, twin: Twin, word = ''): Item {
  const { url, variables, extensions } = server;
  const { line, below } = joined([description(server.description, twin)]);
  const head = [word + code(url), ...facts(extensions)].join(', ');
  return {
    line: line === '' ? head : `${head}: ${line}`,
    below: [...below, list(variables.map((variable) => variableItem(variable, twin)))],
  };
}

/** A variable of a URL, OpenAPI 3.1 section 4.8.6. */
function variableItem(variable: ServerModel['variables'][number], twin: Twin): Item {
  const { name, enum: values, default: usual } = variable;
  const { say } = twin;
  const { line, below } = joined([description(variable.description, twin)]);
  const head = [
    code(`{${name}}`),
    usual === undefined ? '' : `${say('ref.default')} ${value(usual)}`,
    values.length > 0 ? `${say('ref.enum')} ${values.map(value).join(' | ')}` : '',
  ].filter(Boolean);
  return { line: line === '' ? head.join(', ') : `${head.join(', ')}: ${line}`, below };
}

/** Servers, each on a line. */
export function serverList(servers: readonly ServerModel[], twin: Twin): string {
  return list(servers.map((server) => serverItem(server, twin, `${twin.say('ref.server')} `)));
}
