import { go } from './go.ts';
import { http } from './http.ts';
import { java } from './java.ts';
import type { Runner } from './runner.ts';
import { javascript, node, php, python, ruby } from './script.ts';
import { curl, httpie } from './shell.ts';

/** What is run for real where the machine can; every language is parsed besides, see `parse.ts`. */
export const RUNNERS: readonly Runner[] = [
  curl,
  httpie,
  javascript,
  node,
  python,
  go,
  java,
  php,
  ruby,
  http,
];
