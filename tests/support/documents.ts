import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './site.ts';

/** A document and the id of its API. */
export interface RealDocument {
  readonly id: string;
  /** From the project's folder. */
  readonly document: string;
}

const README = 'node_modules/@readme/oas-examples';

/** Documents that others wrote, as npm packages have them: OpenAPI 2.0, 3.0 and 3.1, JSON and YAML. */
export function realDocuments(): RealDocument[] {
  const examples = fs
    .readdirSync(path.join(ROOT, README), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /^\d\.\d\/json\/.*\.json$/.test(file))
    .sort()
    .map((file) => ({
      id: file
        .replace(/\/json|\.json$/g, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-'),
      document: `${README}/${file}`,
    }));
  return [
    ...examples,
    { id: 'galaxy', document: 'node_modules/@scalar/galaxy/dist/3.1.yaml' },
    { id: 'netlify', document: 'node_modules/@netlify/open-api/dist/swagger.json' },
  ];
}

const LEVELS = 14;

/**
 * A document of 2 KB in which each level refers twice to the next one: 7 MB where all references are
 * written out. Besides that, schemas that contain themselves and each other in every way there is.
 */
export function connectedDocument(): object {
  const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  const levels = Array.from({ length: LEVELS }, (_, level) => [
    `Level${level}`,
    {
      type: 'object',
      description: `Level ${level}.`,
      properties:
        level + 1 < LEVELS
          ? { left: ref(`Level${level + 1}`), right: ref(`Level${level + 1}`) }
          : { end: { type: 'string' } },
    },
  ]);
  const circles = {
    ByProperty: { type: 'object', properties: { self: ref('ByProperty'), other: ref('ByItems') } },
    ByItems: { type: 'array', items: ref('ByItems') },
    ByAllOf: {
      allOf: [ref('Base'), { type: 'object', properties: { parent: ref('ByAllOf') } }],
    },
    Base: { type: 'object', properties: { children: { type: 'array', items: ref('ByAllOf') } } },
    ByOneOf: { oneOf: [{ type: 'string' }, ref('ByAnyOf')] },
    ByAnyOf: { anyOf: [{ type: 'integer' }, { type: 'array', items: ref('ByOneOf') }] },
    ByMap: { type: 'object', additionalProperties: ref('ByMap') },
  };
  const json = (schema: object): object => ({ 'application/json': { schema } });
  const operation = (name: string): object => ({
    post: {
      operationId: `send${name}`,
      description: `Takes and gives ${name}.`,
      requestBody: { content: json(ref(name)) },
      responses: { 200: { description: 'Found', content: json(ref(name)) } },
    },
  });
  const names = ['Level0', ...Object.keys(circles)];
  return {
    openapi: '3.1.0',
    info: { title: 'Connected', version: '1', description: 'Schemas that hang together.' },
    paths: Object.fromEntries(names.map((name) => [`/${name}`, operation(name)])),
    components: { schemas: { ...Object.fromEntries(levels), ...circles } },
  };
}
