import { ConfigError, type PolicyOptions, type ReferenceOptions } from '../generate/config.ts';
import { checked, FLAG, field, Joi, mistakeIn, type Schema } from '../generate/option-schema.ts';

/** Settings of the reference in `docusaurus.config.ts`; the APIs have a separate file. */
export type SiteOptions = Omit<ReferenceOptions, 'apis'>;

export const POLICY_FIELDS: { readonly [key in keyof Required<PolicyOptions>]: Schema } = {
  inPages: FLAG,
  directives: checked(
    field(Joi.object(), 'an object', `{ 'frame-src': 'https://example.com' }`),
    directiveMistake,
  ),
};

const FIELDS: { readonly [key in keyof Required<SiteOptions>]: Schema } = {
  loadApp: field(Joi.valid('intent', 'page'), "'intent' or 'page'", "'page'"),
  llmsFull: FLAG,
  policy: field(Joi.object(POLICY_FIELDS), 'an object', '{ inPages: true }'),
  search: FLAG,
};

export const SITE_SCHEMA = field(
  Joi.object(FIELDS),
  'an object with options',
  "{ loadApp: 'page' }",
);

/** @throws ConfigError that names the key, the value and the fix. */
export function checkSiteOptions(options: SiteOptions): void {
  const mistake = mistakeIn(SITE_SCHEMA, options);
  if (mistake !== undefined) throw new ConfigError(`docusaurus.config.ts: ${mistake}`);
}

function directiveMistake(directives: Readonly<Record<string, unknown>>): string | undefined {
  for (const [name, sources] of Object.entries(directives)) {
    const isGood =
      /^[a-z-]+$/.test(name) &&
      typeof sources === 'string' &&
      /^[\x21-\x2b\x2d-\x3a\x3c-\x7e ]*$/.test(sources);
    if (!isGood)
      return `policy.directives has ${JSON.stringify({ [name]: sources })}, which is not a directive. A name consists of lowercase letters and hyphens. Separate sources by spaces, without commas and semicolons.`;
  }
  return undefined;
}
