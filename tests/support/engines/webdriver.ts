/** Keys that are not characters (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Control: '\uE009',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** Of a command, in milliseconds. */
const TIMEOUT = 30_000;

type Send = (method: 'POST' | 'GET' | 'DELETE', path: string, body?: object) => Promise<unknown>;

/** Sends commands to a driver, and throws the errors that it reports. */
function sender(origin: string): Send {
  return async (method, path, body) => {
    const response = await fetch(origin + path, {
      method,
      signal: AbortSignal.timeout(TIMEOUT),
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${path}: ${value.error} ${value.message}`);
    return value;
  };
}

/**
 * A session of the W3C WebDriver protocol, with the few commands that the smoke tests need. The clients in npm
 * require a later version of Node.js than this project, or bring programs that download drivers.
 */
export class WebDriverSession {
  readonly #send: Send;

  private constructor(send: Send) {
    this.#send = send;
  }

  static async start(origin: string, capabilities: object): Promise<WebDriverSession> {
    const body = { capabilities: { alwaysMatch: capabilities } };
    const { sessionId } = (await sender(origin)('POST', '/session', body)) as { sessionId: string };
    return new WebDriverSession(sender(`${origin}/session/${sessionId}`));
  }

  async goto(url: string): Promise<void> {
    await this.#send('POST', '/url', { url });
  }

  async back(): Promise<void> {
    await this.#send('POST', '/back', {});
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#send('POST', '/window/rect', { width, height });
  }

  /** Runs a function in the page, and waits for what it promises. */
  async run<Args extends unknown[], Result>(
    body: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const script = `return (${body}).apply(null, arguments)`;
    return (await this.#send('POST', '/execute/sync', { script, args })) as Awaited<Result>;
  }

  async click(x: number, y: number): Promise<void> {
    await this.#act('pointer', [
      { type: 'pointerMove', origin: 'viewport', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** Presses keys at the same time: modifiers first. */
  async press(...keys: readonly string[]): Promise<void> {
    const values = keys.map((key) => KEYS[key] ?? key);
    await this.#act('key', [
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
    ]);
  }

  /** A picture of what is visible, as PNG. */
  async screenshot(): Promise<Buffer> {
    return Buffer.from((await this.#send('GET', '/screenshot')) as string, 'base64');
  }

  async end(): Promise<void> {
    await this.#send('DELETE', '');
  }

  async #act(type: 'pointer' | 'key', actions: readonly object[]): Promise<void> {
    await this.#send('POST', '/actions', { actions: [{ type, id: type, actions }] });
  }
}
