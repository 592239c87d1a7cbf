import type { ApiConfig } from 'docusaurus-openapi-reference/index.ts';

/**
 * The APIs of this site, one entry each. `npm run build` builds them all.
 *
 * Your editor shows what an option does, and the guide "Use your own OpenAPI document" lists them all:
 * docs/about/_api-options.mdx.
 */
const apis: ApiConfig[] = [
  {
    id: 'authentik',
    document: 'node_modules/@goauthentik/api/schema.yml',
    label: 'authentik API',
    main: true,
    overlays: ['openapi/authentik.overlay.yaml'],
    // `npm run history` compares new versions of the package; a build reads what it has written.
    history: { npm: '@goauthentik/api', minorOnly: true, since: '2025.8' },
    synonyms: {
      'import flow': 'import blueprint',
      webhook: 'transport',
      oidc: 'openid connect, oauth2',
      'sso, single sign on': 'oauth2 provider, saml provider, openid connect',
      'group members, members of group': 'get group, list users',
      'upload icon, set icon, change icon': 'upload file',
      'oauth application, oauth2 application, application oauth, application oauth2':
        'application with provider',
    },
  },
  // An example for each feature of OpenAPI. To remove it: this entry, and the folder docs/about.
  {
    id: 'conformance',
    document: 'openapi/conformance.yaml',
    label: 'OpenAPI feature showcase',
    about: true,
    extensions: ['x-stability'],
    collections: ['postman'],
  },
];

export default apis;
