import { asObject, asString, defined, entriesOf, own } from '../../json/guards.ts';
import { examplesOf } from '../examples/example.ts';
import type { ExampleModel } from '../request/media-type.ts';
import { componentRef } from '../schema/ref.ts';
import { typeName } from '../schema/type-name.ts';
import { kebabSegmentOf } from './anchor.ts';
import type { ModelContext } from './context.ts';

/** The body of an error that many operations return. */
export interface ErrorBody {
  readonly schema: string;
  readonly anchor: string;
  readonly href?: string;
  /** CommonMark. */
  readonly description?: string;
  readonly statuses: readonly string[];
  readonly example?: ExampleModel;
}

/** A field that a page of a list has besides the list, or the list itself. */
export interface PageField {
  /** With that of the object that it is in: `pagination.next`. */
  readonly name: string;
  readonly type: string;
  /** CommonMark. */
  readonly description?: string;
  readonly isList: boolean;
}

/** The body of a page of a list. */
export interface PageBody {
  readonly fields: readonly PageField[];
  readonly example?: ExampleModel;
}

/** The slice does not say what the items are: each list has others. */
const LIST = { type: 'array', isList: true };

/** The bodies of errors that the slice of an info page has, see `slices/common-bodies.ts`. */
export function errorBodiesOf(context: ModelContext): ErrorBody[] {
  const { bodies, errors = [] } = context.page;
  return Object.entries(bodies?.errors ?? {}).map(([schema, response]) => {
    const ref = componentRef(schema);
    return {
      schema,
      anchor: context.anchors.claim('errors', kebabSegmentOf(schema)),
      statuses: errors.flatMap((error) => (error.schema === schema ? error.status : [])),
      ...defined({
        href: context.schemaHref(context.schemaRef(ref)),
        description: asString(context.flatten({ $ref: ref }).schema.description),
        example: mediaTypeOf(response, context).example,
      }),
    };
  });
}

/** What a page of a list contains; undefined if lists have nothing in common. */
export function pageBodyOf(context: ModelContext): PageBody | undefined {
  const { page } = context.page.bodies ?? {};
  if (!page) return undefined;
  const { schema, example } = mediaTypeOf(page.response, context);
  const fieldsOf = (value: unknown) => entriesOf(context.flatten(value).schema.properties);
  const fields = fieldsOf(schema).flatMap(([name, field]): PageField[] => {
    const inner = fieldsOf(field).map(([key, one]) => fieldOf(`${name}.${key}`, one, context));
    return inner.length > 0
      ? inner
      : [{ ...fieldOf(name, field, context), ...(name === page.list && LIST) }];
  });
  return { fields, ...defined({ example }) };
}

function fieldOf(name: string, schema: unknown, context: ModelContext): PageField {
  const { description } = context.flatten(schema).schema;
  return {
    name,
    type: typeName(schema, context),
    isList: false,
    ...defined({ description: asString(description) }),
  };
}

function mediaTypeOf(response: string, context: ModelContext) {
  const { responses } = asObject(context.document.components);
  const [[type, media] = []] = entriesOf(asObject(own(responses, response)).content);
  const [example] =
    type === undefined ? [] : examplesOf(type, asObject(media), context, 'response');
  return { schema: asObject(media).schema, example };
}
