import ipaddr from 'ipaddr.js';

/** Addresses of clouds' own services that lie among the public ones: Azure's "wire server". */
const SERVICES = new Set(['168.63.129.16']);

/** All IPv6 addresses that are reached over the internet (RFC 4291 section 2.4, IANA's registry). */
const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::');

/**
 * Whether an IP address belongs to a host of the public internet. Those that stand for an IPv4 address
 * (mapped, NAT64, 6to4, Teredo) do not count as public, whatever they stand for.
 *
 * @param address As the resolver or `URL.hostname` gives it, IPv6 without brackets.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || SERVICES.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || (parsed as ipaddr.IPv6).match(GLOBAL_UNICAST, 3);
}
