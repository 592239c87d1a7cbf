import type { IntroductionSection } from '../model/page/introduction.ts';
import { SECTIONS } from './entry.ts';
import { wordsOf } from './name.ts';

/** What a verb asks an operation to do. */
export type Action = 'list' | 'create' | 'get' | 'update' | 'delete';

/** What the search knows about a language, besides the names in the documents. */
export interface Language {
  /** Words that say nothing about what is wanted. */
  readonly stops: ReadonlySet<string>;
  /** Verbs, by what they ask for. */
  readonly actions: ReadonlyMap<string, Action>;
  readonly synonyms: readonly Synonym[];
  readonly topics: readonly Topic[];
}

/** A phrase, and another one that names the same in documents. */
export interface Synonym {
  readonly words: readonly string[];
  readonly means: readonly string[];
}

/** What an API's introduction or a guide explains. */
export interface Topic {
  /** The name of the section about it. */
  readonly name: readonly string[];
  /** What readers call it, and what belongs to it; the name is one of these. */
  readonly phrases: readonly (readonly string[])[];
}

/** A language as data: lines of words with spaces, phrases with commas. All in the form of `wordsOf`. */
export interface LanguageData {
  readonly stops: string;
  readonly actions: Readonly<Record<Action, string>>;
  /** What phrases mean in documents. */
  readonly synonyms: Readonly<Record<string, string>>;
  /**
   * What readers type who look for a section of the introduction, rather than for an operation that has these words. A
   * phrase may be one of several sections, which come in this order.
   */
  readonly topics: Readonly<Partial<Record<IntroductionSection, string>>>;
}

/** The methods that do what a verb asks for, by what they do to a collection and to one of its members. */
export const ACTION_METHODS: Readonly<Record<Action, readonly string[]>> = {
  list: ['GET'],
  get: ['GET'],
  create: ['POST'],
  update: ['PATCH', 'PUT'],
  delete: ['DELETE'],
};

/** English, which the names of most documents are in. */
export const ENGLISH: LanguageData = {
  stops:
    'a an and any are at be by can could do does for from has have help how i if in into is it its may my need of on ' +
    'one or our please should some that the their there this to using want we what when where which with would you ' +
    'your existing available many much another did was were had been who whose me us about only just also back up ' +
    'off away out will now currently between two so then they them',
  actions: {
    list: 'list all every index browse search find query',
    create: 'create add new make insert register post upload generate open submit',
    get: 'get read show view fetch retrieve see display find lookup look',
    update: 'update edit change modify set replace patch alter rename configure adjust',
    delete: 'delete remove destroy drop erase revoke del',
  },
  synonyms: {
    'whoami, who am i, who is logged in, my account, my profile, myself, logged in user':
      'me, current user',
    'current user, authenticated user': 'me',
    'api key, access key, api token, personal access token, pat': 'token, key, credential',
    'apikey, access key': 'api key',
    'bearer, jwt': 'token',
    'sign in, log in, signin, logon, log on': 'login, signin, authenticate, session, token',
    'sign out, log out, signout, logoff': 'logout, session',
    'sign up, signup, register, registration': 'signup, register, create user, create account',
    'mfa, 2fa, two factor, second factor, multi factor, otp': 'authenticator',
    'reset password, forgot password, lost password, forgotten password':
      'set password, recovery, recover',
    'change password, update password': 'set password',
    webhook: 'hook, transport, callback, subscription',
    hook: 'webhook',
    'env var': 'environment variable',
    'environment variable': 'env, env var',
    var: 'variable',
    'picture, photo, avatar': 'image',
    app: 'application',
    'config, settings, preferences': 'configuration, setting, config',
    info: 'information, metadata',
    'disable, enable, deactivate, activate, suspend, block': 'update',
    'turn on, switch on': 'enable, update',
    'turn off, switch off, ban, lock': 'disable, update',
    'take from, take away, kick': 'remove, unassign',
    'find out': 'get',
    'right now': '',
    'give, grant': 'add, assign',
    'log in as, sign in as, act as': 'impersonate',
    'passkey, security key, fido': 'webauthn',
    backup: 'snapshot, export',
    'release note, whats new': 'changelog',
    'a b test': 'split test, experiment',
    'openapi, swagger': 'api definition, api specification',
    'reserve, reservation': 'book, booking',
    'look up': 'search',
    'try, try out': 'test',
    gsuite: 'google workspace',
    foto: 'image',
    'kill, end, cancel, terminate': 'delete',
    'abort, stop': 'cancel, disable',
    'invite, invite user, invite member': 'invitation, add member, create member',
    'trigger, start, run, launch': 'create',
    org: 'organization',
    company: 'organization',
    cert: 'certificate',
    'ssl, tls': 'certificate',
    certificate: 'ssl, tls',
    db: 'database',
    'folder, dir': 'directory',
    doc: 'document',
    'team, organization, workspace': 'account',
    'addon, add on, plugin, extension': 'service, integration',
    'secret, credential': 'environment variable, key, token, credential',
    timetable: 'schedule, trip',
    actor: 'performer',
    'approve, approval': 'review, accept, confirm, fulfill',
    'waiting, outstanding': 'pending',
    'block, deny, forbid, prevent, restrict, force, enforce, require': 'policy, rule',
    'backup code': 'recovery code',
    reuse: 'unique',
    device: 'authenticator',
    auth: 'authentication, authorization',
    repo: 'repository',
    param: 'parameter',
    msg: 'message',
    account: 'user',
    'person, people': 'user',
    'teammate, team member': 'member',
    'audit log, activity log, activity, history': 'audit, event, log',
    'right, privilege, access right': 'permission',
    'ping, alive, heartbeat': 'health',
    'charge, pay': 'payment',
    bill: 'invoice',
    'throttle, throttling, quota': 'rate limit',
    paging: 'pagination',
    member: 'user',
  },
  topics: {
    'rate-limits':
      'rate limit, rate limiting, limits, throttle, throttling, throttled, quota, too many requests, 429',
    errors:
      'error, error code, error codes, error handling, handle errors, error response, error format, status codes, ' +
      'http status, failure, bad request, unauthorized, forbidden, not found, 400, 401, 403, 404, 405, 406, 409, 410, ' +
      '412, 413, 415, 422, 429, 500, 501, 502, 503, 504',
    authentication:
      'authentication, authenticate, auth, authorization, authorize, authorization header, sign in, log in, login, ' +
      'credentials, token, api token, access token, bearer, bearer token, auth token, jwt, api key, apikey, ' +
      'access key, basic auth, 401, unauthorized, 403',
    pagination:
      'pagination, paginate, paging, next page, get next page, previous page, page number, page size, all pages, all results, ' +
      'infinite scroll',
    servers:
      'server, base url, base path, api url, server url, host, hostname, environments, sandbox',
    idempotency: 'idempotency, idempotent, idempotency key, retry, retries, safe retries',
    deprecated:
      'deprecated operations, deprecated, deprecation, deprecations, deprecated endpoints, obsolete, outdated',
  },
};

/** Reads languages; those of later ones come after, and what their words mean in English. */
export function languageOf(...data: readonly LanguageData[]): Language {
  return {
    stops: new Set(data.flatMap(({ stops }) => stops.split(' '))),
    actions: new Map(
      data.flatMap(({ actions }) =>
        (Object.entries(actions) as [Action, string][]).flatMap(([action, verbs]) =>
          verbs.split(' ').map((verb) => [verb, action] as const),
        ),
      ),
    ),
    synonyms: data.flatMap(({ synonyms }) => synonymsOf(synonyms)),
    topics: data.flatMap(({ topics }) =>
      (Object.entries(topics) as [IntroductionSection, string][]).map(([section, phrases]) => {
        const name = wordsOf(SECTIONS[section]);
        return { name, phrases: [name, ...phrasesIn(phrases)] };
      }),
    ),
  };
}

/** Reads phrases with what they mean, each with commas between several. */
export function synonymsOf(data: Readonly<Record<string, string>>): Synonym[] {
  return Object.entries(data).flatMap(([said, meanings]) =>
    phrasesIn(said).flatMap((words) => phrasesIn(meanings).map((means) => ({ words, means }))),
  );
}

function phrasesIn(list: string): string[][] {
  return list.split(',').map(wordsOf);
}
