/** Texts that try to run, to leave their place, or to break a file, a name or an address. */
export const TEXTS: readonly string[] = [
  // Code of MDX, of templates and of frameworks.
  '{process.exit(1)}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: text that a template would run
  '${process.exit(1)}',
  '`back-quotes`',
  "import fs from 'node:fs'",
  'export default alert(1)',
  '<%= process.exit(1) %>',
  '{{constructor.constructor("alert(1)")()}}',
  '{{{markdown}}}',
  // What `String.replace` takes for parts of the match.
  "$& $1 $$ $` $'",
  // HTML, as elements and as ways out of elements, attributes and comments.
  '<id>',
  '<br>',
  '<script>alert(2)</script>',
  '</script><script>alert(3)</script>',
  '<img src=x onerror=alert(4)>',
  '" onmouseover="alert(5)',
  "' autofocus onfocus='alert(6)",
  '</title></head></div></main><h1>not a heading</h1>',
  '<!-- comment',
  'end --> of a comment',
  'CDATA ]]> end',
  'a <= b && c >= d',
  '&lt;b&gt; &amp; &#60;',
  'javascript:alert(7)',
  'data:text/html,<script>alert(8)</script>',
  // YAML and Markdown.
  '---\ntitle: taken over\n---\nbelow',
  'key: value # comment',
  '- item',
  '# heading',
  '*bold* [link](javascript:alert(9))',
  '!!js/function alert',
  '%YAML 1.2',
  'quotes " and \' and \\ at the end \\',
  // Ends a string of JavaScript whose writer escapes quotes but not backslashes.
  "\\\\',x:process.exit(1),//",
  'null',
  '~',
  // Names of JavaScript.
  '__proto__',
  'constructor',
  'toString',
  // Names of files, and parts of addresses.
  '../../etc/passwd',
  '..\\..\\windows\\system32',
  '/absolute/path',
  'C:\\autoexec.bat',
  '.',
  '..',
  '.hidden',
  'index',
  'schemas',
  '_category_',
  'sidebar.json',
  'CON',
  'nul.txt',
  'COM1',
  'LPT\u00b9',
  'ends in a dot.',
  'ends in a space ',
  ' begins with one',
  '%2e%2e%2fescaped',
  '100 % of %zz',
  'query?and#hash',
  'a:b|c*d<e>f"g',
  // Names that differ only in case, or in how their letters are written.
  'same name',
  'Same Name',
  'caf\u00e9',
  'cafe\u0301',
  // Characters that are not seen, are none, or turn the direction of what follows.
  'NUL\u0000 and bell\u0007',
  'bidi \u202egnp.exe \u2066isolated',
  'line\u2028and paragraph\u2029separators',
  'byte order \ufeffmark',
  'lone \ud83d surrogates \ude00',
  'emoji \u{1f600} \u{1f469}\u200d\u{1f4bb}',
  'العربية',
  'עברית (abc) 123',
  // Long ones.
  'unbroken'.repeat(300),
  `A summary of five hundred characters ${'and some more '.repeat(33)}.`,
  // A name of nothing but what no address holds, and no name at all.
  '!?',
  '',
];

/** A description with all of the formatting that stays, and with all that must not. */
export const FORMATTED = `import x from 'y'
export const y = {process.exit(1)}

## A heading

A paragraph with *emphasis*, **strength**, \`<code> {a} \\\`, ~~a mistake~~, <b>HTML</b>, <kbd>Esc</kbd>,
a <id> and a {guid}, a <= b, \${x}, ]]>, a<br>break.

- one item
- another
  1. with a list
  2. inside

| Column | Number |
| :--- | ---: |
| cell \`<td>\` | {1} |

\`\`\`js
const code = \`\${process.exit(1)}\`; // <script>alert(10)</script>
\`\`\`

> A quote

[a link](https://links.example/page?a=1&b="2") and https://autolinks.example and <mail@links.example>

![an image](https://images.example/one.png "title") <img src="https://images.example/two.png" alt="another" onerror="alert(11)">

<details><summary>More</summary>

Hidden text

</details>

[script](javascript:alert(12)) [tabbed](java&#9;script:alert(13)) [data](data:text/html,<script>alert(14)</script>)
[vb](vbscript:x) <a href=" javascript:alert(15)">spaced</a> <a href="javascript&colon;alert(16)" onclick="alert(17)">entity</a>
![](javascript:alert(18)) ![](data:image/svg+xml,<svg/onload=alert(19)>) <img src=x onerror=alert(20)> <img/src="x"/onerror=alert(21)>

<script>alert(22)</script>
<svg onload="alert(23)"><script>alert(24)</script></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(25)&gt;">
<iframe src="https://frames.example"></iframe><object data="x"></object><embed src="x"><form action="x"><input autofocus onfocus=alert(26)><button formaction="javascript:alert(27)">b</button></form>
<style>* { display: none }</style><link rel="stylesheet" href="https://styles.example/a.css"><meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example">
<b style="position:fixed;inset:0" class="navbar" id="__docusaurus" data-part="page" data-copy="x" slot="y">attributes</b>
<video autoplay src="https://media.example/a.mp4" onplay="alert(28)"></video> <details open ontoggle=alert(29)>toggled</details>
</div></article></main></body></html><h1>Not the page's</h1><template><p>in a template</p></template><noscript><img src=x onerror=alert(30)></noscript>
<plaintext> is over
`;
