import type { Question, Questions } from './json-worker.ts';

/** A JSON body in a worker: however long it is, the page goes on. */
export interface JsonBody {
  readonly ask: <Kind extends keyof Questions>(
    kind: Kind,
    ask: Questions[Kind]['ask'],
  ) => Promise<Questions[Kind]['answer']>;
  readonly close: () => void;
}

/** Starts a worker. Questions are rejected if the browser does not allow it, or if it has not enough memory. */
export function startJsonBody(): JsonBody {
  const worker = new Worker(
    /* webpackChunkName: "console-worker" */ new URL('@reference/json-worker', import.meta.url),
  );
  const open = new Map<number, { resolve(answer: unknown): void; reject(): void }>();
  let count = 0;
  worker.onmessage = ({ data: { id, answer } }) => {
    open.get(id)?.resolve(answer);
    open.delete(id);
  };
  worker.onerror = () => {
    for (const { reject } of open.values()) reject();
    open.clear();
  };
  return {
    ask: (kind, ask) =>
      new Promise((resolve, reject) => {
        count += 1;
        open.set(count, { resolve: resolve as (answer: unknown) => void, reject });
        worker.postMessage({ id: count, kind, ask } satisfies Question);
      }),
    close: () => worker.terminate(),
  };
}
