import { isObject, type JsonObject } from '../json/guards.ts';
import { mapEntries, omit } from '../json/key-order.ts';
import type { Path } from '../openapi/walk.ts';
import type { Moves } from './moves.ts';
import { type Lose, upgradeParameter } from './two-parameters.ts';

/**
 * A Response Object of OpenAPI 2.0 as one of 3.x: a media type for each of `produces` (which may
 * be empty) and for each media type that only has an example.
 */
export function upgradeResponse(
  response: JsonObject,
  produces: readonly string[],
  path: Path,
  moves: Moves,
  lose: Lose,
): JsonObject {
  if (typeof response.$ref === 'string') return response;
  const { schema, examples, headers, ...rest } = response;
  const named = isObject(examples) ? examples : {};
  const isFile = isObject(schema) && schema.type === 'file';
  const otherwise = isFile ? 'application/octet-stream' : 'application/json';
  const produced = produces.length > 0 ? produces : [otherwise];
  const types =
    schema === undefined ? Object.keys(named) : [...new Set([...produced, ...Object.keys(named)])];
  if (schema !== undefined) moves.add([...path, 'schema'], ['content', types[0] ?? '', 'schema']);
  const content = types.map((type) => [
    type,
    {
      ...(schema === undefined ? {} : { schema }),
      ...(Object.hasOwn(named, type) ? { example: named[type] } : {}),
    },
  ]);
  return {
    ...rest,
    ...(isObject(headers)
      ? {
          headers: mapEntries(headers, (header) =>
            isObject(header)
              ? omit(upgradeParameter(header, 'header', lose), 'style', 'explode')
              : header,
          ),
        }
      : {}),
    ...(content.length > 0 ? { content: Object.fromEntries(content) } : {}),
  };
}
