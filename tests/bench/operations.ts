import kebabCase from 'lodash/kebabCase.js';
import { isObject, type JsonObject, object } from './json.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** An operation of a document, and the name of its page, which both sites make alike. */
export interface Operation {
  readonly page: string;
  readonly path: string;
  readonly method: string;
}

/** All operations below `paths`, in the document's order. */
export function operationsOf(document: JsonObject): Operation[] {
  return Object.entries(object(document.paths)).flatMap(([path, item]) =>
    METHODS.filter((method) => isObject(object(item)[method])).map((method) => {
      const { operationId, summary } = object(object(item)[method]);
      return { path, method, page: kebabCase(String(operationId ?? summary ?? '')) };
    }),
  );
}
