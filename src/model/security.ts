/** One scheme as a reader needs it, OpenAPI 3.1 section 4.8.27. */
export interface SecuritySchemeModel {
  readonly name: string;
  /** In words: `HTTP bearer token`, `API key in header X-Key`, `OAuth 2.0`, ... */
  readonly title: string;
  /** CommonMark source. */
  readonly description?: string;
  /** Further facts: bearer format, flow URLs, header name. `value` is shown as code. */
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href?: string }[];
  readonly flows: readonly {
    readonly name: string;
    readonly facts: readonly { readonly label: string; readonly value: string; readonly href?: string }[];
    readonly scopes: readonly { readonly name: string; readonly description: string }[];
  }[];
  readonly deprecated: boolean;
}

/** All of these together authorise a request; an empty list means none is needed. */
export interface SecurityAlternative {
  readonly schemes: readonly {
    readonly scheme: SecuritySchemeModel;
    /** Scopes or roles that the operation requires. */
    readonly scopes: readonly { readonly name: string; readonly description?: string }[];
  }[];
}
