import { asArray, asString } from '../json/guards.ts';
import type { Rule } from './rule.ts';
import type { LocatedOperation, Survey } from './survey.ts';

/** OpenAPI 3.1 section 4.8.8.1, path templating: each `{name}` has a parameter in `path`. */
export const pathParameterMissing: Rule = {
  id: 'path-parameter-missing',
  severity: 'warning',
  about: 'a name in braces in a path without a path parameter of that name',
  *find(survey) {
    for (const operation of survey.operations.filter(isOfPaths)) {
      const declared = new Set(pathParameters(operation, survey).map(({ name }) => name));
      for (const name of templateNames(operation)) {
        if (declared.has(name)) continue;
        yield {
          path: operation.path,
          message: `${operation.name} has no path parameter "${name}", although its path contains it.`,
          suggestion: `Add to its parameters: { name: ${name}, in: path, required: true, schema: ... }.`,
        };
      }
    }
  },
};

export const pathParameterUnused: Rule = {
  id: 'path-parameter-unused',
  severity: 'warning',
  about: 'a path parameter that is not in the path',
  *find(survey) {
    const seen = new Set<string>();
    for (const operation of survey.operations.filter(isOfPaths)) {
      const names = templateNames(operation);
      for (const { name, path } of pathParameters(operation, survey)) {
        const key = path.join('\n');
        if (names.includes(name) || seen.has(key)) continue;
        seen.add(key);
        yield {
          path,
          message: `The path parameter "${name}" is not in the path "${operation.item.path.at(-1)}".`,
          suggestion: `Add {${name}} to the path, or fix the name or "in" of the parameter.`,
        };
      }
    }
  },
};

/** Only keys of `paths` are templates: webhooks have names, callbacks have expressions. */
function isOfPaths({ item: { path } }: LocatedOperation): boolean {
  return path[0] === 'paths' && path.length === 2;
}

function templateNames({ item }: LocatedOperation): string[] {
  const names = (item.path.at(-1) ?? '').matchAll(/\{([^{}]+)\}/g);
  return [...new Set(Array.from(names, ([, name = '']) => name))];
}

/** The path parameters of an operation, including those of its path item. */
function pathParameters(
  operation: LocatedOperation,
  { resolve }: Survey,
): { name: string; path: readonly string[] }[] {
  return [operation.item, operation].flatMap(({ node, path }) =>
    asArray(node.parameters).flatMap((written, index) => {
      const parameter = resolve(written);
      const name = parameter?.in === 'path' ? asString(parameter.name) : undefined;
      return name === undefined ? [] : [{ name, path: [...path, 'parameters', String(index)] }];
    }),
  );
}
