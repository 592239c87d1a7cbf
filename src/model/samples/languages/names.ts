/**
 * The languages of samples by id, with other names that authors of `x-codeSamples` use for them, in
 * lowercase. Separate from the code that writes them, for code that only needs the names.
 */
export const LANGUAGE_NAMES: Readonly<Record<string, readonly string[]>> = {
  curl: ['shell', 'bash', 'sh', 'zsh', 'console', 'shell + curl', 'shell curl'],
  python: ['py', 'python3', 'python + requests'],
  javascript: ['js', 'browser', 'fetch', 'ecmascript', 'javascript + fetch'],
  go: ['golang'],
  java: ['java + okhttp'],
  csharp: ['c#', 'cs', '.net', 'dotnet'],
  php: ['php + curl', 'php + guzzle'],
  node: ['node.js', 'nodejs', 'node + fetch', 'javascript + node'],
  httpie: ['shell + httpie', 'shell httpie'],
  kotlin: ['kt'],
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
