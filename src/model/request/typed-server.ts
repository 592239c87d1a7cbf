import {
  isHost,
  pastedServer,
  type ServerChoice,
  type Servers,
  withScheme,
} from './chosen-server.ts';
import { baseUrlOf, isRelative } from './server-url.ts';

/**
 * The choice of a server whose base URL a reader has typed: a server of the document with its variables, wherever it has
 * such a URL, or else a custom one.
 *
 * @param text As typed; without a scheme, it is https.
 * @returns Undefined if it is no URL of an API (`isHost`).
 */
export function typedServer(text: string, { servers }: Servers): ServerChoice | undefined {
  const url = withScheme(text.trim()).replace(/\/+$/, '');
  if (!isHost(url)) return undefined;
  const usual = servers.findIndex((server) => !isRelative(server) && baseUrlOf(server) === url);
  if (usual !== -1) return { server: String(usual) };
  const [first] = servers;
  if (isRelative(first) && servers.length > 0) {
    const path = baseUrlOf(first, {}, '');
    const isOfPath = url.endsWith(path) || new URL(url).pathname === '/';
    return isOfPath ? { server: '0', host: url } : { server: 'own', host: url };
  }
  for (const [index, server] of servers.entries()) {
    for (const { name, enum: usuals } of server.variables) {
      const pasted = usuals.length === 0 ? pastedServer(url, server.url, name) : undefined;
      if (pasted && 'value' in pasted)
        return { server: String(index), variables: { [name]: pasted.value } };
    }
  }
  const [variable] = first?.variables ?? [];
  const pasted = first && variable && pastedServer(url, first.url, variable.name);
  return { server: 'own', host: pasted && 'baseUrl' in pasted ? pasted.baseUrl : url };
}
