import type { ApiConfig } from '../src/generate/config.ts';

/**
 * The APIs of this site, one entry each. `npm run build` builds them all.
 *
 * id          first part of the addresses, `/reference/<id>/...`
 * document    path from the project's folder, or http(s) URL, of an OpenAPI document
 *             (2.0, 3.0, 3.1 or 3.2; YAML or JSON; one file or many)
 * label       name in the navigation; the document's title if absent
 * main        true for the one that the site is named after and begins with
 * overlays    OpenAPI Overlays with what the document lacks, applied in order
 * refFolders  folders, from the project's, that its $refs may read besides its own; or single files
 * refHosts    hosts that its $refs may read: ['schemas.example.com', 'localhost:8080']; none if absent,
 *             but for the server that the document itself comes from
 * extensions  specification extensions that pages show: ['x-stability']
 * showInternal  whether pages show what is marked with x-internal: true; left out if absent
 * requiredFirst  whether required parameters and properties stand before the others
 * samples     languages of samples, in their order: ['curl', { id: 'javascript', label: 'Browser' }];
 *             [] for none, all of them if absent
 * hideSendButton  whether "Try it" shows a form and samples, and sends nothing
 * proxy       address that requests may go through where the API refuses other sites (CORS)
 * rules       what `npm run check` makes of a mistake: { 'undeclared-tag': 'off' }, or 'hint', 'warning',
 *             'error'; `npm run check -- --rules` lists them
 */
const apis: ApiConfig[] = [
  {
    id: 'authentik',
    document: 'node_modules/@goauthentik/api/schema.yml',
    label: 'authentik API',
    main: true,
    overlays: ['openapi/authentik.overlay.yaml'],
  },
  {
    id: 'conformance',
    document: 'openapi/conformance.yaml',
    label: 'OpenAPI feature showcase',
    extensions: ['x-stability'],
  },
];

export default apis;
