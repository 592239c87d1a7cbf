/**
 * The languages of samples by id, with other names that authors of `x-codeSamples` use for them, in
 * lowercase. Separate from the code that writes them, for code that only needs the names.
 */
export const LANGUAGE_NAMES: Readonly<Record<string, readonly string[]>> = {
  curl: ['shell', 'bash', 'sh', 'zsh', 'console', 'shell + curl', 'shell curl'],
  httpie: ['shell + httpie', 'shell httpie'],
  javascript: ['js', 'browser', 'fetch', 'ecmascript', 'javascript + fetch'],
  node: ['node.js', 'nodejs', 'node + fetch', 'javascript + node'],
  python: ['py', 'python3', 'python + requests'],
  go: ['golang'],
  java: ['java + okhttp'],
  kotlin: ['kt'],
  csharp: ['c#', 'cs', '.net', 'dotnet'],
  php: ['php + curl', 'php + guzzle'],
  ruby: ['rb', 'ruby + native'],
  rust: ['rs'],
  swift: ['swift + nsurlsession'],
  powershell: ['ps', 'ps1', 'pwsh'],
  http: ['http/1.1', 'http1.1', 'raw', 'raw http'],
};

export const LANGUAGE_IDS: readonly string[] = Object.keys(LANGUAGE_NAMES);

/** The id of a language by one of its names; undefined for a language that is not in the table. */
export function languageId(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  return LANGUAGE_IDS.find((id) => id === wanted || LANGUAGE_NAMES[id]?.includes(wanted));
}
