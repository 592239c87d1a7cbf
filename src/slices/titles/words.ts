import { wordSet } from '../../openapi/name-words.ts';

/** Words that titles are made of. All data; `operation-titles.ts` has the rules. */

/** Written as they are read: by lower case. What a document writes in its own texts comes first. */
const NAMES = [
  'ACL API APIs ARN ASN AWS CIDR CLI CORS CPU CRL CSR CSV DHCP DN DNS FAQ FQDN GCP GDPR GPG GPU HMAC HTML HTTP HTTPS',
  'IAM IBAN ID IDs IdP IMAP iOS IP IPs ISBN JSON JWKS JWT KPI KYC LDAP MAC MFA mTLS NFC NFT OAuth OAuth1 OAuth2 OIDC OS OTP',
  'PDF PGP PIN PKCE PNG POP3 QR RACI RAM RBAC RDP REST RSA RSS S3 SAML SCIM SDK SIP SKU SLA SMS SMTP SNMP SQL SSH SSL SSO',
  'SVG TCP TLS TOTP TTL UDP UI UPC URI URIs URL URLs UTC UUID VAT VIN VLAN VM VMs VNC VPC VPN WebAuthn WebFinger XML YAML ZIP',
  'GitHub GitLab GraphQL JavaScript Kerberos Kubernetes macOS MySQL OpenAPI PayPal PostgreSQL Prometheus RADIUS Redis',
];

export const KNOWN_NAMES: ReadonlyMap<string, string> = new Map(
  NAMES.flatMap((line) => line.split(' ')).map((name) => [name.toLowerCase(), name]),
);

/** Acronyms that are spoken as words, so that their article depends on their first letter. */
export const SPOKEN: ReadonlySet<string> = new Set([
  'SAML',
  'SIM',
  'SCIM',
  'RADIUS',
  'RAM',
  'LAN',
  'NAT',
  'MAC',
  'SOAP',
  'SQL',
]);

/** What operations do, in the imperative. */
export const VERBS: ReadonlySet<string> = wordSet(
  'accept acknowledge activate add adjust aggregate allocate analyze answer append apply approve archive assign attach',
  'authenticate authorize ban begin bind block book browse build bulk calculate call cancel capture change charge check claim',
  'clear clone close collect commit compare complete compute confirm connect consume convert copy count create deactivate',
  'decline decode decrypt delete deliver deny deploy deregister describe destroy detach determine disable disassociate',
  'disconnect discover dismiss dispatch dispute download drop duplicate edit eject enable encode encrypt end enroll enter estimate evaluate',
  'exchange execute exit expand expire export extend extract favorite fetch filter find finish flush follow forward fulfill generate get',
  'give grant handle hide identify import impersonate increment ingest initialize initiate insert inspect install invalidate invite',
  'invoke issue join kick kill launch leave like link list load lock log login logout lookup make map mark merge migrate',
  'modify monitor move mute notify obtain open order override parse patch pause pay perform pin ping poll post prepare preview',
  'preview process promote provision publish pull purge push put query queue quit read rebuild receive recover redeem redirect',
  'refresh refund regenerate register reject release reload remind remove rename render renew reopen reorder replace reply report',
  'request resend reserve reset resize resolve restart restore resume retrieve retry return reveal revert review revoke rotate',
  'run save scan schedule search select send set share show shut sign simulate skip solve sort split start stop store stream submit',
  'subscribe suspend swap switch sync synchronize tag terminate test toggle track transfer trigger unarchive unassign unban unbind',
  'unblock unfollow uninstall unlink unlock unmute unpin unpublish unregister unshare unsubscribe unsuspend update upgrade upload upsert',
  'use validate verify view vote watch withdraw write',
);

/** What an operation does to its resource. */
export type Action = 'list' | 'create' | 'get' | 'replace' | 'update' | 'delete';

/** Words at the end of an operationId that say it, as frameworks write them. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['list', 'list'],
  ['index', 'list'],
  ['list all', 'list'],
  ['find all', 'list'],
  ['get all', 'list'],
  ['create', 'create'],
  ['store', 'create'],
  ['retrieve', 'get'],
  ['read', 'get'],
  ['get', 'get'],
  ['show', 'get'],
  ['find one', 'get'],
  ['update', 'replace'],
  ['replace', 'replace'],
  ['partial update', 'update'],
  ['patch', 'update'],
  ['destroy', 'delete'],
  ['delete', 'delete'],
  ['remove', 'delete'],
]);

/** What a method does to one resource, and to a collection. */
export const METHODS: ReadonlyMap<string, { readonly one: Action; readonly all: Action }> = new Map(
  [
    ['get', { one: 'get', all: 'list' }],
    ['post', { one: 'update', all: 'create' }],
    ['put', { one: 'replace', all: 'replace' }],
    ['patch', { one: 'update', all: 'update' }],
    ['delete', { one: 'delete', all: 'delete' }],
  ],
);

export const ACTION_VERBS: Readonly<Record<Action, string>> = {
  list: 'List',
  create: 'Create',
  get: 'Get',
  replace: 'Replace',
  update: 'Update',
  delete: 'Delete',
};

/** How an action on a thing names what the thing belongs to; `of` for all others. */
export const PREPOSITIONS: ReadonlyMap<string, string> = new Map([
  ['add', 'to'],
  ['append', 'to'],
  ['apply', 'to'],
  ['assign', 'to'],
  ['attach', 'to'],
  ['bind', 'to'],
  ['detach', 'from'],
  ['remove', 'from'],
  ['send', 'to'],
  ['unassign', 'from'],
  ['upload', 'to'],
]);

/** Second words of verbs: check in, sign out. */
export const PARTICLES: ReadonlySet<string> = new Set([
  'back',
  'down',
  'in',
  'off',
  'on',
  'out',
  'over',
  'up',
]);

/** Segments below a thing that ask for its relations. */
export const RELATIONS: ReadonlyMap<string, string> = new Map([['used by', 'List what uses']]);

/** Segments of paths that say nothing about what is below: `/flows/instances` are flows. */
export const TRANSPARENT: ReadonlySet<string> = new Set(['all', 'instances', 'items', 'objects']);
