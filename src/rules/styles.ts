import { asObject, entriesOf } from '../json/guards.ts';
import { createContext, type ModelContext } from '../model/page/context.ts';
import { formStyleGap, type StyleGap, styleGap, styleName } from '../model/request/style-gap.ts';
import type { SliceDocument } from '../slices/slice.ts';
import type { Finding, Rule } from './rule.ts';
import type { Survey } from './survey.ts';

/** OpenAPI 3.1 sections 4.8.12 and 4.8.15: where each style applies, and what it leaves undefined. */
export const undefinedStyle: Rule = {
  id: 'undefined-style',
  severity: 'warning',
  about: 'a parameter or form field whose serialization OpenAPI does not define',
  *find(survey) {
    const context = createContext(survey.document as unknown as SliceDocument);
    yield* ofParameters(survey, context);
    yield* ofForms(survey, context);
  },
};

const PLACES = ['path', 'query', 'header', 'cookie'] as const;

function* ofParameters(survey: Survey, context: ModelContext): Generator<Finding> {
  for (const { node, path } of survey.all('parameter')) {
    const place = PLACES.find((one) => one === node.in);
    if (place === undefined || node.content !== undefined) continue;
    const gap = styleGap(node, place, node.schema, context);
    if (gap)
      yield findingOf(gap, path, `the ${place} parameter "${node.name}"`, styleName(node, place));
  }
}

function* ofForms(survey: Survey, context: ModelContext): Generator<Finding> {
  for (const { node, path } of survey.all('mediaType')) {
    for (const [name, encoding] of entriesOf(node.encoding)) {
      const gap = formStyleGap(name, encoding, node.schema, context);
      const at = [...path, 'encoding', name];
      const style = styleName(asObject(encoding), 'query');
      if (gap) yield findingOf(gap, at, `the form field "${name}"`, style, true);
    }
  }
}

/** The case for which the style is not defined, and the fix. */
const GAPS: Readonly<Record<StyleGap, (style: string) => readonly [what: string, fix: string]>> = {
  nested: () => [
    'for nested arrays or objects',
    'Replace schema and style with content: { application/json: ... }, or use only primitive values inside.',
  ],
  explode: (style) => [
    'with this value of explode',
    style === 'deepObject'
      ? 'Write explode: true.'
      : 'Write explode: false, or use style: form to repeat the name.',
  ],
  type: (style) => [
    'for values of this type',
    `Use style: form, or give the schema the type ${style === 'deepObject' ? 'object' : 'array'}.`,
  ],
  place: () => [
    'for parameters in this location',
    'Remove style, so that the default of the location applies.',
  ],
};

/** Without style and `explode`, a field is sent as its media type specifies. */
const FIELD_FIX = 'Remove style and explode, so that the field is sent as JSON.';

function findingOf(
  gap: StyleGap,
  path: readonly string[],
  name: string,
  style: string,
  isField = false,
): Finding {
  const [what, fix] = GAPS[gap](style);
  return {
    path: [...path],
    message: `OpenAPI does not define style: ${style} ${what}, so samples send ${name} in a nonstandard format.`,
    suggestion: isField && gap === 'nested' ? FIELD_FIX : fix,
  };
}
