const AFTER_SLASH = /(?<=[^/]\/)(?=[^/])/;

/** The pieces of a URL, between which a line may break: after a slash, and nowhere else if there is room. */
export function urlPieces(url: string): string[] {
  return url.split(AFTER_SLASH);
}
