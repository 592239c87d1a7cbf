import { snakeCase } from '../../openapi/name-words.ts';
import { sampleOfFormat } from '../schema/format.ts';
import type { Direction } from '../schema/schema.ts';
import type { Place } from './place.ts';
import { isPerson, thingOf } from './thing.ts';

/** The values of a name; each variant takes another one. */
type Values = readonly string[];

/** Texts by the end of a name in snake case; the first row that fits counts. */
const TEXTS: readonly (readonly [name: RegExp, values: Values])[] = [
  [/(?:^|_)(?:url|uri|link|href|website|homepage)s?$/, ['https://example.com']],
  [/(?:^|_)e_?mails?(?:_address(?:es)?)?$/, ['jane@example.com', 'joe@example.com']],
  [/(?:^|_)(?:user_?name|login|nick_?name)s?$/, ['jane', 'joe']],
  [/(?:^|_)(?:first|given)_?names?$/, ['Jane', 'Joe']],
  [/(?:^|_)(?:last|family|sur)_?names?$/, ['Doe', 'Smith']],
  [/^(?:full|real)_?names?$/, ['Jane Doe', 'Joe Smith']],
  [/(?:^|_)(?:phone|mobile|telephone|fax)(?:_?number)?s?$/, ['+12025550123', '+12025550145']],
  [/(?:^|_)(?:street|address_?line_?1|street_?address)$/, ['1 Main Street']],
  [/(?:^|_)(?:city|town)$/, ['Berlin', 'Paris']],
  [/(?:^|_)(?:zip|zip_?code|postal_?code|post_?code)$/, ['10115', '75001']],
  [/(?:^|_)(?:country|country_?code|nationality)$/, ['DE', 'FR']],
  [/(?:^|_)currency(?:_?code)?$/, ['EUR', 'USD']],
  [/(?:^|_)(?:lang|language|locale)(?:_?code)?s?$/, ['en', 'de']],
  [/(?:^|_)(?:time_?zone|tz)$/, ['Europe/Berlin']],
  [/(?:^|_)colou?rs?$/, ['#0969da', '#1a7f37']],
  [/(?:^|_)(?:ip|ip_?addr(?:ess)?|ipv4)s?$/, ['192.0.2.1', '192.0.2.2']],
  [
    /(?:^|_)(?:host|host_?name|domain|domain_?name|common_?name|fqdn)s?$/,
    ['example.com', 'example.org'],
  ],
  [/(?:^|_)(?:mime_?type|media_?type|content_?type)s?$/, ['application/json', 'text/plain']],
  [/(?:^|_)(?:base|file|http|mount|redirect|request|root|route|uri|url)_?paths?$/, ['/path']],
  [/(?:^|_)path_?names?$/, ['/path']],
  // That of a thing in a tree of things is relative, as is a parameter of a path.
  [/(?:^|_)paths?$/, ['path']],
  [/(?:^|_)file_?names?$/, ['file.txt']],
  [/(?:^|_)version$/, ['1.0.0']],
  [/(?:^|_)description$/, ['A short description']],
  [/(?:^|_)(?:comment|note|remark)s?$/, ['A comment']],
  [/(?:^|_)(?:message|greeting)s?$/, ['Hello']],
  [/(?:^|_)subject$/, ['Hello']],
];

/** Names of what is secret, or assigned to each client. */
const SECRETS =
  /(?:^|_)(?:pass|passw(?:or)?d|passphrase|secret|token|api_?key|access_?key|private_?key|client_?id|client_?secret)$/;

/** Names of a thing as people see it. */
const NAMES = /^(?:name|title|label|display_?name|slug|handle|identifier)$/;

/** Numbers by name. */
const NUMBERS: readonly (readonly [name: RegExp, value: number])[] = [
  // The first of two pages.
  [/^next(?:_?page)?$|(?:^|_)total_?pages$|^(?:page_?count|num_?pages|last_?page)$/, 2],
  [/^(?:current|start_?index|first_?page)$/, 1],
  [/^end_?index$/, 20],
  [/(?:^|_)(?:id|pk|page|page_?number|quantity|count|total)s?$/, 1],
  // A reference to something else.
  [
    /^(?:account|author|company|customer|group|member|organization|owner|parent|project|provider|role|team|tenant|user)$/,
    1,
  ],
  [/(?:^|_)(?:page_?size|per_?page|limit)$/, 20],
  [/(?:^|_)validity_days$/, 365],
  [/(?:^|_)port$/, 443],
  [/(?:^|_)year$/, 2024],
  [/^age$/, 30],
  [/^(?:lat|latitude)$/, 52.52],
  [/^(?:lon|lng|longitude)$/, 13.405],
  [/^(?:http_?)?status_?code$/, 200],
];

/**
 * A plausible text for a name, undefined if the name says nothing. A secret is a placeholder that asks for the reader's
 * own, except in responses.
 *
 * @param format A format that does not restrict the text, such as `password`.
 * @param thing What the operation is about, if the schema has no name.
 */
export function namedText(
  { name, owner, variant }: Pick<Place, 'name' | 'owner' | 'variant'>,
  format: unknown,
  direction: Direction,
  thing?: string,
): string | undefined {
  const key = snakeCase(name);
  const found = TEXTS.find(([pattern]) => pattern.test(key));
  if (found) return differing(found[1], variant);
  if (SECRETS.test(key) || format === 'password')
    return direction === 'response' ? undefined : numbered(secretOf(key), variant);
  if (!NAMES.test(key)) return undefined;
  return numbered(nameOf(key, thingOf(owner) ?? thing), variant);
}

/** Dates on which something ends. */
const ENDS =
  /(?:^|_)(?:expir(?:es?|y|ation)|valid_until|valid_to|not_after)(?:_(?:at|on|date|time))?$/;

/** A date for a name if it should be in the future: what has already expired would be refused. */
export function namedDate(
  { name, variant }: Pick<Place, 'name' | 'variant'>,
  format: unknown,
): string | undefined {
  const isDate = format === 'date' || format === 'date-time';
  return isDate && ENDS.test(snakeCase(name))
    ? sampleOfFormat(format, variant)?.replace(/^\d{4}/, '2030')
    : undefined;
}

/** Of the first of two pages: how many items both have. */
const ALL_ITEMS = /^(?:total_?)?(?:count|items|results)$|^total$/;
const PAGES = /pag(?:e|ina)/i;
const ITEMS = 40;

/** What a number depends on. */
export type NumberPlace = Pick<Place, 'name' | 'owner' | 'path' | 'variant'>;

/** A plausible number for a name, undefined if the name says nothing. */
export function namedNumber({ name, owner, path, variant }: NumberPlace): number | undefined {
  // `users` is a number of them, but a list with that name contains references.
  const isItem = path.at(-1) !== name && /^\d+$/.test(path.at(-1) ?? '');
  const key = isItem ? snakeCase(name).replace(/s$/, '') : snakeCase(name);
  if (PAGES.test(owner) && ALL_ITEMS.test(key)) return ITEMS;
  const found = NUMBERS.find(([pattern]) => pattern.test(key));
  return found && found[1] + variant;
}

function secretOf(key: string): string {
  return `YOUR_${key === '' ? 'PASSWORD' : key.toUpperCase()}`;
}

/** The name of an example of a thing: `My application`, `my-application`; of a person, one. */
function nameOf(key: string, thing: string | undefined): string {
  const isSlug = ['slug', 'handle', 'identifier'].includes(key);
  const text = isPerson(thing) ? 'Jane Doe' : `My ${thing ?? 'example'}`;
  return isSlug ? text.toLowerCase().replace(/[^a-z\d]+/g, '-') : text;
}

/** Another value for each variant; what has a form of its own is not numbered. */
function differing(values: Values, variant: number): string | undefined {
  const [first = ''] = values;
  return values[variant] ?? (/^[A-Za-z]{3,}$/.test(first) ? numbered(first, variant) : undefined);
}

function numbered(text: string, variant: number): string {
  return variant === 0 ? text : `${text}${text.includes(' ') ? ' ' : ''}${variant + 1}`;
}
