import type { StockVersion } from './versions.ts';

/**
 * A menu of the versions of an API, as the HTML of a sidebar item: each is a link to its `baseUrl`.
 *
 * @param versions The contents of `versions.json`.
 */
export function versionSelector(versions: readonly StockVersion[]): string {
  const items = versions.map(
    ({ baseUrl = '', label = '' }) =>
      `<li><a class="dropdown__link" href="${html(baseUrl)}">${html(label)}</a></li>`,
  );
  return `<div class="dropdown dropdown--hoverable dropdown--right">
  <button class="button button--block button--sm button--secondary"><span>Select API Version</span></button>
  <ul class="dropdown__menu">${items.join('')}</ul>
</div>`;
}

/** The label of a version, as the HTML of a sidebar item. */
export function versionCrumb(label: string): string {
  return `<ul class="breadcrumbs breadcrumbs--sm" style="display: flex;">
  <li class="breadcrumbs__item breadcrumbs__item--active" style="margin-left: auto; margin-right: 0;">
    <span class="breadcrumbs__link">${html(label)}</span>
  </li>
</ul>`;
}

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
