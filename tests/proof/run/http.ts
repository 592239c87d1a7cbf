import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { Complaint, Runner } from './runner.ts';

/** Each message over a connection of its own. */
export const http: Runner = {
  language: 'http',
  with: 'a socket',
  lacks: () => undefined,
  run: async (samples, folder) => {
    const complaints: Complaint[] = [];
    for (const [index, { code }] of samples.entries()) {
      const text = await send(messageOf(code, folder)).catch(String);
      if (!text.startsWith('HTTP/1.1 200')) complaints.push({ index, text: text.slice(0, 200) });
    }
    return complaints;
  },
};

/**
 * The bytes of a message: line ends as HTTP/1.1 has them (RFC 9112 section 2.2), and those of its
 * parts (RFC 2046 section 4.1.1); files in their places, with the length that only then is known.
 */
function messageOf(code: string, folder: string): Buffer {
  const at = code.indexOf('\n\n');
  const head = code.slice(0, at).replaceAll('\n', '\r\n');
  const isMultipart = /^Content-Type: multipart\//im.test(head);
  const text = code.slice(at + 2);
  const segments = (isMultipart ? text.replaceAll('\n', '\r\n') : text)
    .split(/\(content of ([\w.-]+)\)/)
    .map((segment, index) =>
      index % 2 === 1 ? fs.readFileSync(path.join(folder, segment)) : Buffer.from(segment),
    );
  const body = Buffer.concat(segments);
  const length = segments.length > 1 ? `\r\nContent-Length: ${body.length}` : '';
  return Buffer.concat([Buffer.from(`${head}${length}\r\n\r\n`), body]);
}

/** Sends a message where its `Host` says, and gives the beginning of the answer. */
function send(message: Buffer): Promise<string> {
  const [, host = '', port = ''] = /^Host: ([\w.]+):(\d+)\r$/m.exec(message.toString()) ?? [];
  return new Promise((done, fail) => {
    const socket = net.connect(Number(port), host, () => socket.write(message));
    socket.setTimeout(2000, () => socket.destroy(new Error('no answer')));
    socket.once('data', (answer) => {
      done(answer.toString());
      socket.destroy();
    });
    socket.once('error', fail);
  });
}
