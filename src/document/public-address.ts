import ipaddr from 'ipaddr.js';

/** Addresses of cloud services in the public range: Azure's "wire server". */
const SERVICES = new Set(['168.63.129.16']);

/** All IPv6 addresses that are reachable over the internet (RFC 4291 section 2.4, IANA's registry). */
const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::');

/**
 * Whether an IP address belongs to a host on the public internet. IPv6 addresses that embed an IPv4 address
 * (mapped, NAT64, 6to4, Teredo) do not count as public, whatever they contain.
 *
 * @param address From the resolver or `URL.hostname`, IPv6 without brackets.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || SERVICES.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || (parsed as ipaddr.IPv6).match(GLOBAL_UNICAST, 3);
}
