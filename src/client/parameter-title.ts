import { translate } from '@docusaurus/Translate';
import type { ParameterGroup } from '../model/parameter.ts';

/** What the parameters of one place are called. */
export function parameterTitle(location: ParameterGroup['in']): string {
  const titles: Readonly<Record<ParameterGroup['in'], string>> = {
    path: translate({ id: 'ref.pathParameters', message: 'Path parameters' }),
    query: translate({ id: 'ref.queryParameters', message: 'Query parameters' }),
    querystring: translate({ id: 'ref.queryString', message: 'Query string' }),
    header: translate({ id: 'ref.headerParameters', message: 'Header parameters' }),
    cookie: translate({ id: 'ref.cookieParameters', message: 'Cookie parameters' }),
  };
  return titles[location];
}
