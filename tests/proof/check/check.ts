import { acceptMistakes } from './accept.ts';
import { bodyMistakes } from './body.ts';
import { type JsonObject, objectOf } from './json.ts';
import type { Message } from './message.ts';
import { Finder, type Operation, operationsOf } from './operations.ts';
import { parameterMistakes } from './parameters.ts';
import { Schemas } from './schemas.ts';
import { securityMistakes, securityNames } from './security.ts';

/** The operation that a request is for, and everything that is wrong with the request. */
export interface Judgement {
  /** `GET /books/{id}`; undefined where there is no such operation. */
  readonly operation?: string;
  readonly mistakes: readonly string[];
}

/**
 * Holds requests against a document. Knows nothing of how this project writes requests: it reads the
 * document by itself, so that the two can be wrong only apart from each other.
 */
export class Checker {
  readonly operations: readonly Operation[];
  readonly #schemas: Schemas;
  readonly #schemes: JsonObject;
  readonly #finder: Finder;

  constructor(document: JsonObject) {
    this.#schemas = new Schemas(document);
    this.#schemes = objectOf(objectOf(document.components).securitySchemes);
    this.operations = operationsOf(document, this.#schemas);
    this.#finder = new Finder(this.operations);
  }

  async judge(message: Message): Promise<Judgement> {
    const [pathname = ''] = message.url.split('?');
    const found = this.#finder.find(message.method, pathname);
    if (!found) return { mistakes: [`there is no ${message.method} ${pathname}`] };
    const { operation } = found;
    const schemas = this.#schemas;
    const names = securityNames(operation, this.#schemes, schemas);
    return {
      operation: operation.key,
      mistakes: [
        ...found.mistakes,
        ...parameterMistakes(message, found, schemas, names),
        ...securityMistakes(message, operation, this.#schemes, schemas),
        ...acceptMistakes(message, operation),
        ...(await bodyMistakes(message, operation, schemas)),
      ],
    };
  }
}
