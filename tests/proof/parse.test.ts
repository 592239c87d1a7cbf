import { expect, it } from 'vitest';
import { PARSED, parserOf } from './parse.ts';

it.each(PARSED)('the grammar of %s tells what is no code', async (language) => {
  const mistakeIn = await parserOf(language);
  const code = language === 'php' ? "<?php\n$a = 'b" : 'a(("b';
  expect(mistakeIn(code)).toBeDefined();
});
