import type { SwizzleConfig } from '@docusaurus/types';

/** Parts of pages: their props may change, what they are may not. */
const WRAPPED = [
  'ApiVersions',
  'Callbacks',
  'CodeSamples',
  'InfoPage',
  'OperationDeprecated',
  'OperationHeading',
  'OperationMeta',
  'PageContents',
  'PageLinks',
  'ParamsDetails',
  'ParamsItem',
  'Request',
  'RequestSchema',
  'SchemaItem',
  'SchemaPage',
  'StatusCodes',
  'TagPage',
  'TryIt',
];

/** Small components that only show what their props say. */
const REPLACED = [
  'CopyButton',
  'CutNote',
  'ExternalDocs',
  'ExternalLink',
  'MethodBadge',
  'RequiredMark',
  'ServerList',
  'ToggleAll',
];

/** Which components a site can wrap or replace without an update breaking them; all others may change. */
export function swizzleConfig(): SwizzleConfig {
  const safe = (names: readonly string[], eject: 'safe' | 'unsafe') =>
    names.map((name) => [name, { actions: { wrap: 'safe' as const, eject } }] as const);
  return {
    components: Object.fromEntries([...safe(WRAPPED, 'unsafe'), ...safe(REPLACED, 'safe')]),
  };
}
