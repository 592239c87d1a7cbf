import type { FormValues } from '../../model/request/form-values.ts';
import { serverKey } from '../protocol.ts';
import type { LinkedServer } from './linked-server.ts';

/** The contents of a form, and who filled it in. */
export interface Filled {
  readonly values: FormValues;
  /** Whether a link filled in the form. */
  readonly isShared: boolean;
  /** The server from a link, until the reader agrees to it. */
  readonly linked?: LinkedServer | undefined;
}

/** Contents of forms by page: a console that is reopened continues where it was closed. */
const inputs = new Map<string, Filled>();

export function rememberInput(page: string, filled: Filled): void {
  inputs.set(page, filled);
}

export function rememberedInput(page: string): Filled | undefined {
  return inputs.get(page);
}

/** The choice of a server applies to all operations of an API in this tab. */
type Host = Pick<FormValues, 'server' | 'host'>;

export function rememberHost(api: string, { server, host }: Host): void {
  try {
    sessionStorage.setItem(serverKey(api), JSON.stringify({ server, host }));
  } catch {
    // Storage is disabled: the next page starts with the first server.
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
