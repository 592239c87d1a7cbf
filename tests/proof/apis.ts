import apis from '../../openapi/apis.ts';
import { readSource, type Source } from './pages.ts';

/** The documents of the proof: those of this site. */
export const APIS: readonly string[] = apis.map(({ id }) => id);

export function sourceOfApi(id: string): Promise<Source> {
  const api = apis.find((one) => one.id === id);
  if (!api) throw new Error(`there is no API ${id}`);
  return readSource(api.document, [...(api.overlays ?? [])]);
}
