import { csharp } from './csharp.ts';
import { go } from './go.ts';
import { http } from './http.ts';
import { javascript, node } from './javascript.ts';
import { java, kotlin } from './jvm.ts';
import type { Language } from './language.ts';
import { php } from './php.ts';
import { powershell } from './powershell.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { curl, httpie } from './shell.ts';
import { swift } from './swift.ts';

/** In display order: pages show the first five, and the others on request. Add an entry for another language. */
export const LANGUAGES: readonly Language[] = [
  curl,
  python,
  javascript,
  go,
  java,
  csharp,
  php,
  node,
  httpie,
  kotlin,
  ruby,
  rust,
  swift,
  powershell,
  http,
];
