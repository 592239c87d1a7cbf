import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Checker } from './check/check.ts';
import type { Message } from './check/message.ts';
import { STAND_IN } from './pages.ts';

/** What arrived since the server was last asked. */
export interface Arrivals {
  /** Requests by operation. */
  readonly requests: ReadonlyMap<string, number>;
  /** `GET /books: query parameter x is missing`. */
  readonly mistakes: readonly string[];
}

/** Takes requests on loopback from anywhere, and has each of them checked. */
export class ProofServer {
  readonly #checker: Checker;
  readonly #server = http.createServer((request, response) => this.#take(request, response));
  readonly #pending = new Set<Promise<void>>();
  #requests = new Map<string, number>();
  #mistakes: string[] = [];

  constructor(checker: Checker) {
    this.#checker = checker;
  }

  listen(): Promise<void> {
    return new Promise((done) => this.#server.listen(0, '127.0.0.1', done));
  }

  close(): Promise<void> {
    return new Promise((done) => {
      this.#server.close(() => done());
      this.#server.closeAllConnections();
    });
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** A sample that goes to this server. */
  aimed(code: string): string {
    return code.replaceAll(STAND_IN, this.host);
  }

  /** Gives what arrived, and forgets it. */
  async arrivals(): Promise<Arrivals> {
    await Promise.all(this.#pending);
    const arrivals = { requests: this.#requests, mistakes: this.#mistakes };
    this.#requests = new Map();
    this.#mistakes = [];
    return arrivals;
  }

  #take(request: http.IncomingMessage, response: http.ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', rawHeaders, headers } = request;
      const { origin = '*' } = headers;
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Credentials', 'true');
      const asked = headers['access-control-request-method'];
      if (method === 'OPTIONS' && asked !== undefined) {
        // A browser asks before it sends: that is no request of the sample.
        response.setHeader('Access-Control-Allow-Methods', asked);
        const names = headers['access-control-request-headers'];
        if (names !== undefined) response.setHeader('Access-Control-Allow-Headers', names);
        response.writeHead(204).end();
        return;
      }
      const names = rawHeaders.filter((_text, index) => index % 2 === 0);
      const message: Message = {
        method,
        url,
        headers: names.map((name, index) => [name, rawHeaders[2 * index + 1] ?? '']),
        body: Buffer.concat(chunks),
      };
      const judging = this.#judge(message).finally(() => this.#pending.delete(judging));
      this.#pending.add(judging);
      const answer = method === 'HEAD' ? undefined : '{}';
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(answer);
    });
  }

  async #judge(message: Message): Promise<void> {
    try {
      const { operation = `${message.method} ${message.url}`, mistakes } =
        await this.#checker.judge(message);
      this.#requests.set(operation, (this.#requests.get(operation) ?? 0) + 1);
      this.#mistakes.push(...mistakes.map((mistake) => `${operation}: ${mistake}`));
    } catch (error) {
      this.#mistakes.push(`${message.method} ${message.url}: ${String(error)}`);
    }
  }
}
