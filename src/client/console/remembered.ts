import type { FormValues } from '../../model/request/form-values.ts';
import { serverKey } from '../protocol.ts';
import type { LinkedServer } from './linked-server.ts';

/** What is filled in, and by whom. */
export interface Filled {
  readonly values: FormValues;
  /** Whether a link has filled in the form. */
  readonly isShared: boolean;
  /** The server that a link brought, until the reader has agreed to it. */
  readonly linked?: LinkedServer | undefined;
}

/** What was filled in, by page: a console that is opened again goes on where it was closed. */
const inputs = new Map<string, Filled>();

export function rememberInput(page: string, filled: Filled): void {
  inputs.set(page, filled);
}

export function rememberedInput(page: string): Filled | undefined {
  return inputs.get(page);
}

/** Which server a reader uses holds for all operations of an API, in this tab. */
type Host = Pick<FormValues, 'server' | 'host'>;

export function rememberHost(api: string, { server, host }: Host): void {
  try {
    sessionStorage.setItem(serverKey(api), JSON.stringify({ server, host }));
  } catch {
    // Storage is switched off: the next page begins with the first server.
  }
}

export function rememberedHost(api: string): Partial<Host> {
  try {
    const { server, host }: Record<string, unknown> = JSON.parse(
      sessionStorage.getItem(serverKey(api)) ?? '{}',
    );
    return {
      ...(typeof server === 'string' && { server }),
      ...(typeof host === 'string' && { host }),
    };
  } catch {
    return {};
  }
}
