import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APIS, sourceOfApi } from './apis.ts';
import { Checker } from './check/check.ts';
import { notSent, unexpected } from './exceptions.ts';
import { FULL, type Source } from './pages.ts';
import { PARSED, parserOf } from './parse.ts';
import { prove } from './prove.ts';
import { Report } from './report.ts';
import { browser } from './run/browser.ts';
import { RUNNERS } from './run/table.ts';
import { ProofServer } from './server.ts';

const report = new Report();
afterAll(() => console.log(`Samples of all operations, sent and checked\n\n${report}\n`));

describe.each(APIS)('samples of %s', (api) => {
  let source: Source;
  let server: ProofServer;
  beforeAll(async () => {
    source = await sourceOfApi(api);
    server = new ProofServer(new Checker(source.document));
    await server.listen();
  });
  afterAll(() => server.close());

  it('has every operation of the document', () => {
    const operations = new Checker(source.document).operations.map(({ key }) => key);
    expect(source.pages.map(({ operation }) => operation).sort()).toEqual(operations.sort());
  });

  it.each(PARSED)('%s can be parsed', async (language) => {
    const mistakeIn = await parserOf(language);
    const wrong = source.pages.flatMap(({ operation, samples }) => {
      const code = samples.get(language);
      const mistake = code === undefined ? 'there is no sample' : mistakeIn(code);
      return mistake === undefined ? [] : [`${operation}: ${mistake}`];
    });
    report.parsed(language, source.pages.length - wrong.length);
    expect(unexpected(wrong, api, `grammar of ${language}`)).toEqual([]);
  });

  it.for(RUNNERS)('$language sends what the document asks for', async (runner, context) => {
    const lacking = runner.lacks();
    if (lacking !== undefined) {
      const skipped = `not run: there is no ${lacking} here`;
      report.note(runner.language, skipped);
      return context.skip(skipped);
    }
    const proof = await prove(source, runner, server);
    report.ran(runner.language, proof, source.pages.length, runner.with);
    expect(unexpected(proof.mistakes, api, runner.language)).toEqual([]);
    expect(proof.sent + notSent(api, runner.language)).toBe(source.pages.length);
  });

  // The languages have written other requests before: two of them are enough for these.
  it.for(RUNNERS.filter(({ language }) => FULL.has(language)))(
    '$language sends all fields as the document asks for them',
    async (runner, context) => {
      const lacking = runner.lacks();
      if (lacking !== undefined) return context.skip(`not run: there is no ${lacking} here`);
      const proof = await prove(source, runner, server, 'all');
      const { length } = source.pages.filter(({ full }) => full);
      report.note(runner.language, `with all fields, ${proof.passed} of ${length} of ${api}`);
      const by = `${runner.language}, all fields`;
      expect(unexpected(proof.mistakes, api, by)).toEqual([]);
      expect(proof.sent + notSent(api, by)).toBe(length);
    },
  );

  // One page with each kind of request is enough for a browser; Node.js has sent the others.
  it.runIf(api === 'conformance')('javascript does so in a browser', async () => {
    const proof = await prove(source, browser, server);
    report.note('javascript', `${proof.sent} requests of ${api} in Chromium, too`);
    expect(unexpected(proof.mistakes, api, 'browser')).toEqual([]);
  });
});
