import { entriesOf } from '../json/guards.ts';
import { Budget, MOST } from '../model/examples/budget.ts';
import { sampleValue } from '../model/examples/sample-value.ts';
import type { Cut } from '../model/examples/sampling.ts';
import { createContext, type ModelContext } from '../model/page/context.ts';
import type { Direction } from '../model/schema/schema.ts';
import type { SliceDocument } from '../slices/slice.ts';
import type { Finding, Rule } from './rule.ts';
import type { Located, Survey } from './survey.ts';

/** For all examples of a document together: twenty times what authentik's need. */
const RUN = { steps: 2_000_000, characters: 0 };

/** A schema for which an example is generated. */
interface Subject extends Pick<Located, 'path'> {
  readonly schema: unknown;
  readonly direction: Direction;
  /** For messages: `the schema "Book"`. */
  readonly name: string;
}

/** Generates examples exactly as pages do, each with the budget of its own page. */
export const incompleteExample: Rule = {
  id: 'incomplete-example',
  severity: 'hint',
  about: 'a schema that requires more than its example can show',
  *find(survey) {
    const context = createContext(survey.document as unknown as SliceDocument);
    const run = new Budget(RUN);
    for (const { schema, direction, path, name } of subjectsOf(survey, context)) {
      // Everything that used the whole budget has been reported.
      if (!run.spend()) return;
      const budget = new Budget(undefined, run);
      const { cut } = sampleValue(schema, { ...context, budget }, { direction });
      if (cut) yield findingOf(cut, path, name);
    }
  },
};

function* subjectsOf(survey: Survey, context: ModelContext): Generator<Subject> {
  for (const [name, schema] of entriesOf(survey.document.components?.schemas)) {
    const path = ['components', 'schemas', name];
    yield { path, schema, direction: 'both', name: `the schema "${name}"` };
  }
  for (const { node, path } of survey.all('mediaType')) {
    const { schema, itemSchema } = node;
    const key = schema === undefined ? 'itemSchema' : 'schema';
    const isGiven = node.example !== undefined || node.examples !== undefined;
    // A named schema has been checked itself.
    if (isGiven || context.flatten(node[key]).ref?.component !== undefined) continue;
    const direction = path.some((segment) => segment.startsWith('requestBod'))
      ? 'request'
      : 'response';
    const operation = survey.operations.find((one) =>
      one.path.every((segment, index) => segment === path[index]),
    );
    const name = `${operation?.name ?? path.slice(0, -2).join('.')} (${path.at(-1)})`;
    yield { path: [...path, key], schema: schema ?? itemSchema, direction, name };
  }
}

function findingOf({ keyword, path }: Cut, at: readonly string[], name: string): Finding {
  const where = path.length === 0 ? '' : ` at ${path.join('.')}`;
  const why =
    keyword === undefined
      ? `its schema continues${where}, deeper than a page can show`
      : `${keyword}${where} requires more than the ${MOST} that an example shows`;
  return {
    path: at,
    message: `The example of ${name} is incomplete: ${why}.`,
    suggestion:
      keyword === undefined
        ? 'Give the schema an `example`, or make the properties that lead back to it optional.'
        : `Give the schema an \`example\`, or lower ${keyword} if that is wrong.`,
  };
}
