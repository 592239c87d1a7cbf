import apis from '../../openapi/apis.ts';
import { readSource, type Source } from './pages.ts';

/** A document of nothing but what is hard to send. */
const HARD = { id: 'hard', document: 'tests/proof/hard.yaml', overlays: [] };

/** The documents of the proof: those of this site, and one of our own. */
export const APIS: readonly string[] = [HARD, ...apis].map(({ id }) => id);

export function sourceOfApi(id: string): Promise<Source> {
  const api = [HARD, ...apis].find((one) => one.id === id);
  if (!api) throw new Error(`there is no API ${id}`);
  return readSource(api.document, [...(api.overlays ?? [])]);
}
