import { expect, it } from 'vitest';
import { ConfigError } from '../../../src/generate/config.ts';
import { checkSiteOptions } from '../../../src/site/options.ts';

it.each([
  {},
  { loadApp: 'intent' },
  { search: false },
  { policy: { inPages: true, directives: { 'frame-src': "'self' https://video.example.com" } } },
] as const)('%j is good', (options) => {
  expect(() => checkSiteOptions(options)).not.toThrow();
});

it.each([
  [null, 'docusaurus.config.ts: null is not an object with options. Write {'],
  [{ loadApp: 'soon' }, `loadApp must be 'intent' or 'page', for example 'page'. It is "soon".`],
  [{ loadapp: 'page' }, 'there is no option "loadapp". Did you mean "loadApp"?'],
  [{ search: 'no' }, 'search must be true or false, for example true.'],
  [{ policy: true }, 'policy must be an object, for example { inPages: true }. It is true.'],
  [{ policy: { inPage: true } }, 'no option "policy.inPage". Did you mean "inPages"?'],
  [{ policy: { inPages: 'yes' } }, 'policy.inPages must be true or false, for example true.'],
  [{ policy: { directives: [] } }, 'policy.directives must be an object, for example {'],
  [{ policy: { directives: { 'connect-src': "'self'; script-src *" } } }, 'is not a directive'],
  [{ policy: { directives: { 'connect-src': "'self', default-src *" } } }, 'is not a directive'],
  [{ policy: { directives: { 'connect-src': "'self'\nX-Other: 1" } } }, 'is not a directive'],
  [{ policy: { directives: { 'connect src': "'self'" } } }, 'is not a directive'],
  [{ policy: { directives: { 'connect-src': 1 } } }, 'has {"connect-src":1}, which is not'],
])('%j is wrong', (options, message) => {
  // As JavaScript lets people write it.
  const check = () => checkSiteOptions(options as Parameters<typeof checkSiteOptions>[0]);
  expect(check).toThrow(ConfigError);
  expect(check).toThrow(message);
});
