import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './site.ts';

export const CONFORMANCE = 'openapi/conformance.yaml';

/** `x-feature` of an operation: a feature of the standard, and what a page must show of it. */
export interface Feature {
  readonly name: string;
  /** Address of the section of the standard. */
  readonly section: string;
  /** First version that has the feature. */
  readonly since: '2.0' | '3.0' | '3.1' | '3.2';
  /** Id of the page that shows it, where that is not the operation's own. */
  readonly page?: string;
  /** Text on that page. */
  readonly shows: readonly string[];
}

/** The features of the conformance document, in its order. */
export function readFeatures(): Feature[] {
  const document = parse(fs.readFileSync(path.join(ROOT, CONFORMANCE), 'utf8'));
  const found: Feature[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('x-feature' in value) found.push(value['x-feature'] as Feature);
    for (const child of Object.values(value)) visit(child);
  };
  visit(document);
  return found;
}
