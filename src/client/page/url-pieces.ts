const AFTER_SLASH = /(?<=[^/]\/)(?=[^/])/;

/** The pieces of a URL, between which a line may break: after a slash, and nowhere else if there is room. */
export function urlPieces(url: string): string[] {
  return url.split(AFTER_SLASH);
}

const AT_WORD = /(?<=[/_.-])(?=[^/_.-])|(?<=[a-z0-9])(?=[A-Z])/;

/** The pieces of a name or path, between which a line may break: where words start. */
export function namePieces(name: string): string[] {
  return name.split(AT_WORD);
}

/** Shorter names fit on a line of a sidebar. */
const LONG = 20;

/** The same for a label in a sidebar: a text of several words breaks between them, like any other. */
export function labelPieces(label: string): string[] {
  return label.length > LONG && !label.includes(' ') ? namePieces(label) : [label];
}
