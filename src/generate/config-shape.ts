import { isObject } from '../json/guards.ts';
import { nearest } from '../problems/nearest.ts';
import type { ApiConfig } from './config.ts';

/** What a value must be. */
interface Shape {
  /** Read as "must be ...". */
  readonly name: string;
  /** As a person would write it. */
  readonly example: string;
  fits(value: unknown): boolean;
}

const isText = (value: unknown): boolean => typeof value === 'string';

function text(example: string): Shape {
  return { name: 'a text', example: `'${example}'`, fits: isText };
}

function texts(example: string): Shape {
  const fits = (value: unknown) => Array.isArray(value) && value.every(isText);
  return { name: 'a list of strings', example: `['${example}']`, fits };
}

/** Its entries have checks of their own. */
function list(example: string): Shape {
  return { name: 'a list', example, fits: Array.isArray };
}

const SWITCH: Shape = {
  name: 'true or false',
  example: 'true',
  fits: (value) => typeof value === 'boolean',
};

const OBJECT: Shape = { name: 'an object', example: "{ 'undeclared-tag': 'off' }", fits: isObject };

/** What each field of an entry must be. */
const SHAPES: { readonly [key in keyof Required<ApiConfig>]: Shape } = {
  id: text('my-api'),
  document: text('openapi/openapi.yaml'),
  label: text('My API'),
  main: SWITCH,
  overlays: texts('openapi/overlay.yaml'),
  refFolders: texts('openapi/shared'),
  refHosts: list("['schemas.example.com']"),
  extensions: texts('x-stability'),
  showInternal: SWITCH,
  requiredFirst: SWITCH,
  samples: list("['curl', 'python']"),
  hideSendButton: SWITCH,
  proxy: text('https://proxy.example.com'),
  rules: OBJECT,
};

/**
 * What is wrong with the shape of an entry of `openapi/apis.ts`, with the key, the value and the fix, or
 * undefined. What it says is not looked at.
 */
export function shapeMistake(entry: unknown): string | undefined {
  if (!isObject(entry)) {
    return `${shown(entry)} is not an entry. Write { id: 'my-api', document: 'openapi/openapi.yaml' }.`;
  }
  if (entry.id === undefined) {
    return `"id" is missing. Set it to the first part of the URLs, for example 'my-api', or to '' to derive it from the document's title.`;
  }
  for (const [key, value] of Object.entries(entry)) {
    const shape = Object.hasOwn(SHAPES, key) ? SHAPES[key as keyof ApiConfig] : undefined;
    if (!shape) {
      const near = nearest(key, Object.keys(SHAPES));
      const fix = near ? `Did you mean "${near}"?` : `Options: ${Object.keys(SHAPES).join(', ')}.`;
      return `there is no option "${key}". ${fix}`;
    }
    if (value !== undefined && !shape.fits(value)) {
      return `${key} must be ${shape.name}, for example ${shape.example}. It is ${shown(value)}.`;
    }
  }
  return undefined;
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 80)} …` : json;
}
