import net, { type AddressInfo } from 'node:net';

/** A request, byte for byte: no parser stands in between that would refuse or mend it. */
export interface Received {
  readonly method: string;
  readonly target: string;
  /** Names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** Takes requests on loopback; a connection has one. */
export class Listener {
  readonly #server = net.createServer((socket) => this.#take(socket));
  #received: Received[] = [];
  #strays: string[] = [];

  listen(): Promise<void> {
    return new Promise((done) => this.#server.listen(0, '127.0.0.1', done));
  }

  close(): Promise<void> {
    return new Promise((done) => this.#server.close(() => done()));
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Gives what arrived, and what came after a request without being asked for, and forgets both. */
  arrivals(): { readonly received: readonly Received[]; readonly strays: readonly string[] } {
    const arrivals = { received: this.#received, strays: this.#strays };
    this.#received = [];
    this.#strays = [];
    return arrivals;
  }

  #take(socket: net.Socket): void {
    let bytes = Buffer.alloc(0);
    let isAnswered = false;
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (isAnswered) {
        this.#strays.push(bytes.toString());
        return;
      }
      const message = messageIn(bytes);
      if (!message) return;
      isAnswered = true;
      this.#received.push(message.received);
      bytes = bytes.subarray(message.end);
      if (bytes.length > 0) this.#strays.push(bytes.toString());
      const body = message.received.method === 'HEAD' ? '' : '{}';
      const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close`;
      socket.end(`${head}\r\n\r\n${body}`);
    });
  }
}

/** A message of HTTP/1.1 (RFC 9112) and where it ends; undefined as long as it is not complete. */
function messageIn(bytes: Buffer): { received: Received; end: number } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const [start = '', ...lines] = bytes.subarray(0, headEnd).toString().split('\r\n');
  const [method = '', target = ''] = start.split(' ');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const header = (wanted: string) => headers.find(([name]) => name === wanted)?.[1];
  const rest = bytes.subarray(headEnd + 4);
  const content = /chunked/i.test(header('transfer-encoding') ?? '')
    ? chunksIn(rest)
    : sized(rest, Number(header('content-length') ?? 0));
  return (
    content && {
      received: { method, target, headers, body: content.body },
      end: headEnd + 4 + content.length,
    }
  );
}

interface Content {
  readonly body: Buffer;
  /** How many bytes of the message it takes. */
  readonly length: number;
}

function sized(bytes: Buffer, length: number): Content | undefined {
  return bytes.length < length ? undefined : { body: bytes.subarray(0, length), length };
}

/** RFC 9112 section 7.1, without trailers. */
function chunksIn(bytes: Buffer): Content | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line === -1) return undefined;
    const size = Number.parseInt(bytes.subarray(at, line).toString(), 16);
    const end = line + 2 + size + 2;
    if (bytes.length < end) return undefined;
    if (size === 0) return { body: Buffer.concat(chunks), length: end };
    chunks.push(bytes.subarray(line + 2, line + 2 + size));
    at = end;
  }
}
