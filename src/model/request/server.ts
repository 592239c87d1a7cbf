import {
  asArray,
  asObject,
  asString,
  defined,
  entriesOf,
  isObject,
  stringsOf,
} from '../../json/guards.ts';
import { isNumber } from '../../json/number.ts';
import type { ModelContext } from '../page/context.ts';
import { extensionsOf } from '../page/extension.ts';
import type { ServerModel } from '../page/page.ts';

/**
 * The servers that apply, of lists ordered from nearest to farthest: the operation's, its path item's, the
 * document's (OpenAPI 3.1 sections 4.8.5 and 4.8.6). Empty if the document names none.
 */
export function buildServers(lists: readonly unknown[], context: ModelContext): ServerModel[] {
  const servers = lists.map(asArray).find((list) => list.length > 0) ?? [];
  return servers.flatMap((value) => {
    const url = isObject(value) ? asString(value.url) : undefined;
    if (!isObject(value) || url === undefined) return [];
    const text = [value.name, value.description].flatMap((one) => asString(one) ?? []);
    return [
      {
        url,
        variables: entriesOf(value.variables).map(([name, variable]) =>
          buildVariable(name, variable),
        ),
        extensions: extensionsOf(value, context),
        ...defined({ description: text.length > 0 ? text.join(': ') : undefined }),
      },
    ];
  });
}

/** The text of a default, which may be empty; a port is often written as a number. */
function defaultOf(value: unknown): string | undefined {
  return typeof value === 'string' || isNumber(value) ? String(value) : undefined;
}

function buildVariable(name: string, value: unknown): ServerModel['variables'][number] {
  const variable = asObject(value);
  return {
    name,
    enum: stringsOf(variable.enum),
    ...defined({
      default: defaultOf(variable.default),
      description: asString(variable.description),
    }),
  };
}
