import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../../src/stock/template.ts';

describe('readTemplate', () => {
  it.each([
    ['{{{markdown}}}', '', '', []],
    ['Before\n\n{{{ markdown }}}\n\n<hr />\nAfter\n', 'Before', '<hr />\nAfter', []],
    ['{{markdown}}', '', '', []],
    ['No page', 'No page', '', []],
    ['---\na: [\n---\n{{{markdown}}}', '', '', ['the front matter (not YAML)']],
    ['# {{{title}}}\n{{{markdown}}}', '#', '', ['{{{title}}}']],
    [
      '{{#api}}\nFor {{api.method}}\n{{/api}}\n{{{markdown}}}',
      '',
      '',
      ['{{#api}}', '{{api.method}}', '{{/api}}'],
    ],
  ])('%j', (text, before, after, leftOut) => {
    expect(readTemplate(text)).toEqual({ frame: { frontMatter: {}, before, after }, leftOut });
  });

  it('keeps front matter that is the same for all pages, and is not ours', () => {
    const text = `---
id: {{{id}}}
title: "API: {{{title}}}"
{{#api}}
sidebar_label: "{{{title}}}"
hide_table_of_contents: true
keywords: [api]
{{/api}}
hide_title: false
custom_edit_url: https://example.com/edit
tags:
  - api
image: /{{id}}.png
---

{{{markdown}}}
`;
    expect(readTemplate(text)).toEqual({
      frame: {
        frontMatter: { custom_edit_url: 'https://example.com/edit', tags: ['api'] },
        before: '',
        after: '',
      },
      leftOut: ['keywords', 'image'],
    });
  });
});
