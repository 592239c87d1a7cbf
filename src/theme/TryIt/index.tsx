import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import { slicePath } from '../../address/address.ts';
import { useOperation } from '../../client/app/page-context.tsx';
import { STOCK } from '../../client/protocol.ts';
import { useStock } from '../../client/stock/context.ts';

/** Opens the console, which is loaded on click (client/console/opener.ts). */
export default function TryIt(): ReactNode {
  const operation = useOperation();
  const stock = useStock();
  const { i18n } = useDocusaurusContext();
  // Slices are published once, with the site's default language.
  const base = i18n.localeConfigs[i18n.defaultLocale]?.baseUrl;
  // Webhooks are sent by the API itself.
  if (operation?.kind !== 'operation' || stock?.hasApi === false) return null;
  return (
    <button
      type="button"
      className="ref-button"
      data-try={stock ? STOCK : `${base}${slicePath(operation.page, operation.page.id)}`}
      aria-expanded={false}
    >
      {translate({ id: 'ref.try', message: 'Try it' })}
    </button>
  );
}
