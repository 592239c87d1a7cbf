import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import type { Engine, EnginePage } from './engine.ts';
import { WebDriverSession } from './webdriver.ts';

/** Starts WebKitGTK's browser by its driver, on a screen of its own. */
export async function startWebKit(): Promise<Engine> {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  killedAtExit(screen);
  const [number] = (await once(screen.stdout, 'data')) as [Buffer];
  const display = `:${String(number).trim()}`;
  // On a busy machine, about one in fifty sessions never starts.
  const { driver, session } = await startDriver(display).catch(() => startDriver(display));
  return {
    open: async () => pageOf(session),
    async close() {
      await session.end();
      await stop(driver);
      await stop(screen);
    },
  };
}

async function startDriver(
  display: string,
): Promise<{ readonly driver: ChildProcess; readonly session: WebDriverSession }> {
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display },
    stdio: 'ignore',
  });
  killedAtExit(driver);
  const url = `http://127.0.0.1:${port}`;
  try {
    await answers(url);
    // In full-screen mode, the browser has no toolbar, which would be wider than a phone.
    const session = await WebDriverSession.start(url, {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { args: ['--automation', '--full-screen'] },
    });
    return { driver, session };
  } catch (error) {
    await stop(driver);
    throw error;
  }
}

/** All pages share a session, which takes seconds to start. What one has stored is removed when it ends. */
function pageOf(session: WebDriverSession): EnginePage {
  return {
    async goto(url) {
      await session.goto(url);
      await session.run(collectComplaints);
    },
    back: () => session.back(),
    resize: (width, height) => session.resize(width, height),
    run: (body, ...args) => session.run(body, ...args),
    click: (x, y) => session.click(x, y),
    press: (...keys) => session.press(...keys),
    screenshot: () => session.screenshot(),
    complaints: () =>
      session.run(() => ('complaints' in window ? (window.complaints as string[]) : [])),
    async end() {
      await session.run(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
      await session.goto('about:blank');
    },
  };
}

/** Runs in the page. The driver reports nothing by itself, so errors before a page has loaded are missed. */
function collectComplaints(): void {
  const complaints: string[] = [];
  const add = complaints.push.bind(complaints);
  addEventListener('error', (event) => add(event.message));
  addEventListener('unhandledrejection', (event) => add(String(event.reason)));
  Object.assign(console, { error: add, warn: add });
  Object.assign(window, { complaints });
}

/** Also if the tests are interrupted. */
function killedAtExit(child: ChildProcess): void {
  process.once('exit', () => child.kill());
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until a driver answers, which takes less than a second. */
async function answers(url: string): Promise<void> {
  for (let tries = 100; ; tries -= 1) {
    try {
      await fetch(`${url}/status`);
      return;
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function stop(child: ChildProcess): Promise<void> {
  // It may have crashed.
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill();
  await exited;
}
