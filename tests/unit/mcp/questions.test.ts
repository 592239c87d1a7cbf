import fs from 'node:fs';
import path from 'node:path';
import type { Client } from '@modelcontextprotocol/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadDocument } from '../../../src/document/load.ts';
import { callTool, mcpClient, mcpSite } from '../../support/mcp.ts';
import { ROOT } from '../../support/site.ts';

interface Question {
  readonly question: string;
  readonly operation: string | readonly string[];
  readonly parameters?: readonly string[];
  readonly body?: readonly string[];
}

const QUESTIONS: readonly Question[] = parse(
  fs.readFileSync(path.join(ROOT, 'tests/questions/agents.yaml'), 'utf8'),
);

/** How many of the questions the first result answers at least, of twenty; and one of the first three. */
const FIRST = 16;
const FIRST_THREE = 17;

let client: Client;
beforeAll(async () => {
  const { document } = await loadDocument({
    document: 'node_modules/@goauthentik/api/schema.yml',
    overlays: ['openapi/authentik.overlay.yaml'],
    cwd: ROOT,
  });
  if (!document) throw new Error('The document cannot be loaded');
  client = await mcpClient(mcpSite(document));
}, 120_000);

/** The operations in the result of a search, as `METHOD /path`, with their pages. */
async function operationsFor(question: string): Promise<{ operation: string; page: string }[]> {
  const text = await callTool(client, 'search', { query: question, limit: 5 });
  return Array.from(
    text.matchAll(/^- operation: .*?([A-Z]+ \/\S+?)(?:, deprecated)? \(page `([^`]+)`/gm),
    ([, operation = '', page = '']) => ({ operation, page }),
  );
}

/** The names in a section of a twin, up to the next one of the same level. */
function namesIn(markdown: string, section: RegExp): string[] {
  const parts = markdown.split(/^## /m).filter((part) => section.test(part));
  return parts.flatMap((part) =>
    Array.from(part.matchAll(/^- `([^`]+)`/gm), ([, name = '']) => name),
  );
}

describe('an agent that asks about authentik', () => {
  it('finds the operation with the words of the question', async () => {
    const places = await Promise.all(
      QUESTIONS.map(async ({ question, operation }) => {
        const found = await operationsFor(question);
        return {
          question,
          at: found.findIndex((one) => [operation].flat().includes(one.operation)),
        };
      }),
    );
    const within = (count: number) => places.filter(({ at }) => at >= 0 && at < count).length;
    console.log(
      `${within(1)} of ${places.length} operations are the first result, ${within(3)} one of the first three.`,
    );
    expect(places).toHaveLength(20);
    expect(within(1)).toBeGreaterThanOrEqual(FIRST);
    expect(within(3)).toBeGreaterThanOrEqual(FIRST_THREE);
  });

  it.each(QUESTIONS)('reads all it needs: $question', async ({ operation, parameters, body }) => {
    const markdown = await callTool(client, 'read', { page: [operation].flat()[0] });
    expect(markdown).toMatch(/^# \S/);
    expect(namesIn(markdown, /^\w+ parameters/)).toEqual(
      expect.arrayContaining([...(parameters ?? [])]),
    );
    expect(namesIn(markdown, /^Request body/)).toEqual(expect.arrayContaining([...(body ?? [])]));
  });
});
