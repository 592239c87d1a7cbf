/** The address within the site that a link leads to: from `reference/` on, without what follows. */
export function addressOfLink(href: string): string | undefined {
  const [address = ''] = href.split(/[?#]/, 1);
  const at = address.indexOf('reference/');
  if (at < 0 || /^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined;
  return address.slice(at).replace(/(?:\/index)?\.html$|\/$/, '');
}
