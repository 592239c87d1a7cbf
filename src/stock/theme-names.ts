/**
 * What sites have of the stock theme in their own code, and what it is here: names that do not exist, and properties
 * that the pages generated here do not pass.
 */

/** Components, and modules beside them, that only the stock theme has (versions 2 to 5). */
const STOCK_ONLY =
  /^(?:ApiDemoPanel|ApiExplorer\/.+|ApiItem\/.+|ArrayBrackets|ResponseExamples|ResponseHeaders|ResponseSchema|Schema\/normalize|SchemaExpansion|SkeletonLoader|translationIds|utils\/(?:codeBlock|react|scroll|tabs)Utils|utils\/use(?:CodeWordWrap|MutationObserver))(?:\/|$)/;

/** Whether a name after `@theme/` is one of the stock theme that does not exist here. */
export function isStockOnly(name: string, ours: ReadonlySet<string>): boolean {
  return STOCK_ONLY.test(name) && !ours.has(name);
}

/** By component: the properties that it has in the stock theme only. */
export const STOCK_PROPS: Readonly<Record<string, readonly string[]>> = {
  ApiExplorer: ['item', 'infoPath'],
  'ApiExplorer/Body': ['jsonRequestBodyExample', 'requestBodyMetadata', 'methods'],
  'ApiExplorer/MethodEndpoint': ['method', 'path', 'context'],
  'ApiExplorer/Response': ['item'],
  'ApiExplorer/SecuritySchemes': ['infoPath'],
  CodeSamples: ['example', 'language'],
  ParamsDetails: ['parameters'],
  ParamsItem: ['param'],
  RequestSchema: ['body'],
  Schema: ['schema', 'schemaType'],
  SchemaItem: ['schema', 'schemaName', 'qualifierMessage', 'collapsible', 'discriminator'],
  StatusCodes: ['responses'],
};

/** Packages that a site has through the stock theme only. */
export const STOCK_PACKAGES: readonly string[] = [
  '@hookform/error-message',
  '@paloaltonetworks/postman-code-generators',
  '@paloaltonetworks/postman-collection',
  '@reduxjs/toolkit',
  'allof-merge',
  'buffer',
  'copy-text-to-clipboard',
  'crypto-js',
  'docusaurus-plugin-openapi-docs',
  'docusaurus-theme-openapi-docs',
  'file-saver',
  'pako',
  'postman-code-generators',
  'postman-collection',
  'process',
  'react-live',
  'react-magic-dropzone',
  'react-markdown',
  'react-modal',
  'react-redux',
  'unist-util-visit',
  'xml-formatter',
];

/** What to do instead, where there is more to say than to swizzle one of ours. */
export const INSTEAD: Readonly<Record<string, string>> = {
  'ApiItem/Layout': 'Wrap DocItem/Layout, which is that of all pages.',
  'ApiExplorer/CodeSnippets':
    'Set themeConfig.languageTabs, write x-codeSamples, or wrap CodeSamples.',
  'ApiExplorer/CodeTabs': 'Set themeConfig.languageTabs, or wrap SampleTabs.',
  ResponseSchema: 'Wrap StatusCodes.',
};

/** Class names of the stock theme's elements, in a style sheet. None of ours has one of them. */
export const STOCK_CLASSES =
  /\.(?:openapi-(?:code|discriminator|examples|explorer|left-panel|markdown|modal|params|response|right-panel|schema|security|skeleton|tabs)|openapi__|theme-api-markdown)[\w-]*/g;
