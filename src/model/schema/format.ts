interface Format {
  /** Describes the values of a format. */
  readonly pattern: RegExp;
  /** An example; each variant gives another one. */
  readonly sample: (variant: number) => string;
}

const digits = (variant: number, length: number) =>
  String(variant).padStart(length, '0').slice(-length);
const suffix = (variant: number) => (variant === 0 ? '' : String(variant));
const text = (pattern: RegExp, before: string, after: string): Format => ({
  pattern,
  sample: (variant) => `${before}${suffix(variant)}${after}`,
});

const DATE = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:[zZ]|[+-]\\d\\d:?\\d\\d)';
const URI = /^[a-z][a-z\d+.-]*:[^\s"<>\\^`{|}]*$/i;
const HOST =
  /^(?=.{1,253}$)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;
const EMAIL = /^[a-z\d!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})*$/i;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const BASE64 = /^[A-Za-z\d+/]*={0,2}$/;

/**
 * The formats of JSON Schema (validation, section 7.3) and of the OpenAPI Format Registry that restrict the
 * form of a text. All others allow any text.
 */
const FORMATS: Readonly<Record<string, Format>> = {
  'date-time': {
    pattern: new RegExp(`^${DATE}[tT ]${TIME}$`),
    sample: (variant) => `2024-01-15T09:30:${digits(variant % 60, 2)}Z`,
  },
  date: {
    pattern: new RegExp(`^${DATE}$`),
    sample: (variant) => `2024-01-${digits((variant % 28) + 1, 2)}`,
  },
  time: {
    pattern: new RegExp(`^${TIME}$`),
    sample: (variant) => `09:30:${digits(variant % 60, 2)}Z`,
  },
  duration: {
    pattern: /^P(?!$)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/,
    sample: (variant) => `P${variant + 1}D`,
  },
  email: text(EMAIL, 'jane', '@example.com'),
  'idn-email': text(/^\S+@\S+$/, 'jane', '@example.com'),
  hostname: text(HOST, 'host', '.example.com'),
  'idn-hostname': text(/^[^\s/]+$/, 'host', '.example.com'),
  ipv4: { pattern: IPV4, sample: (variant) => `192.0.2.${(variant % 254) + 1}` },
  ip: { pattern: /^[\da-f.:]+$/i, sample: (variant) => `192.0.2.${(variant % 254) + 1}` },
  ipv6: {
    pattern: /^[\da-f:.]*:[\da-f:.]*$/i,
    sample: (variant) => `2001:db8::${(variant + 1).toString(16)}`,
  },
  uri: text(URI, 'https://example.com/', ''),
  url: text(URI, 'https://example.com/', ''),
  'uri-reference': text(/^[^\s"<>\\^`{|}]*$/, '/path', ''),
  iri: text(/^[a-z][a-z\d+.-]*:\S*$/i, 'https://example.com/', ''),
  'iri-reference': text(/^\S*$/, '/path', ''),
  'uri-template': text(/^\S*$/, 'https://example.com/', '{id}'),
  uuid: {
    pattern: /^(?:urn:uuid:)?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i,
    sample: (variant) => `123e4567-e89b-42d3-a456-${digits(variant, 12)}`,
  },
  'json-pointer': text(/^(?:\/(?:[^~/]|~[01])*)*$/, '/name', ''),
  'relative-json-pointer': {
    pattern: /^\d+(?:#|\/.*)?$/,
    sample: (variant) => `${variant + 1}/name`,
  },
  regex: text(/^/, '^[a-z]+', '$'),
  byte: {
    pattern: BASE64,
    sample: (variant) => ['c3RyaW5n', 'dGV4dA==', 'ZGF0YQ=='][variant % 3] ?? '',
  },
  base64url: {
    pattern: /^[\w-]*={0,2}$/,
    sample: (variant) => ['c3RyaW5n', 'dGV4dA', 'ZGF0YQ'][variant % 3] ?? '',
  },
};

/** True if a text matches the format, or the format does not restrict texts. */
export function matchesFormat(value: string, format: string): boolean {
  return !Object.hasOwn(FORMATS, format) || (FORMATS[format]?.pattern.test(value) ?? true);
}

/** An example of the format, undefined if the format does not restrict texts. */
export function sampleOfFormat(format: string, variant: number): string | undefined {
  return Object.hasOwn(FORMATS, format) ? FORMATS[format]?.sample(variant) : undefined;
}
