/** A request as it arrived. */
export interface Message {
  readonly method: string;
  /** From the path on, with the query. */
  readonly url: string;
  /** As they stand in the request, in its order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** The value of a header; several of one name are joined (RFC 9110 section 5.3). */
export function headerOf({ headers }: Message, name: string): string | undefined {
  const values = headers.filter(([one]) => one.toLowerCase() === name.toLowerCase());
  return values.length > 0 ? values.map(([, value]) => value).join(', ') : undefined;
}
