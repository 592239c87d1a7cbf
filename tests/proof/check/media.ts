/** A media type without parameters, in lower case. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** The parameters of a media type, names in lower case, quotes removed. */
export function mediaParameters(mediaType: string): ReadonlyMap<string, string> {
  const parts = mediaType.split(';').slice(1);
  return new Map(
    parts.map((part) => {
      const [name = '', value = ''] = part.trim().split(/=(.*)/s);
      return [name.toLowerCase(), value.replace(/^"(.*)"$/, '$1')];
    }),
  );
}

/** True where a type is of a declared one, which may be a range (RFC 9110 section 12.5.1). */
export function isOf(mediaType: string, declared: string): boolean {
  const [type, subtype] = essenceOf(mediaType).split('/');
  const [rangeType, rangeSubtype] = essenceOf(declared).split('/');
  // A range is nothing that a body can be of.
  if (type === '*' || subtype === '*') return false;
  const parameters = mediaParameters(mediaType);
  return (
    (rangeType === '*' || rangeType === type) &&
    (rangeSubtype === '*' || rangeSubtype === subtype) &&
    [...mediaParameters(declared)].every(
      ([name, value]) => parameters.get(name)?.toLowerCase() === value.toLowerCase(),
    )
  );
}
