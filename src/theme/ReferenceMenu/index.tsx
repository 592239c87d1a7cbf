import Link from '@docusaurus/Link';
import type { PropSidebarItem } from '@docusaurus/plugin-content-docs';
import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface Props {
  readonly items: readonly PropSidebarItem[];
  /** Address of the current page, with base URL. */
  readonly path: string;
}

/**
 * The navigation of an API as links, without a script: a category is a link to its page, and shows
 * its items on its page and theirs. Groups of categories are headings and show all.
 */
export default function ReferenceMenu({ items, path }: Props): ReactNode {
  return (
    <ul className="menu__list">
      {items.map((item) => (
        <MenuItem key={keyOf(item)} item={item} path={path} />
      ))}
    </ul>
  );
}

function MenuItem({
  item,
  path,
}: {
  readonly item: PropSidebarItem;
  readonly path: string;
}): ReactNode {
  if (item.type === 'html') return null;
  if (item.type === 'link') {
    return (
      <li className={clsx('menu__list-item', item.className)}>
        <MenuLink href={item.href} isCurrent={isSame(item.href, path)}>
          {item.label}
        </MenuLink>
      </li>
    );
  }
  const isGroup = !item.href && item.items.some((child) => child.type === 'category' && child.href);
  const isOpen = isGroup || isSame(item.href, path) || holds(item.items, path);
  const list = isOpen && <ReferenceMenu items={item.items} path={path} />;
  if (isGroup) {
    return (
      <li className="menu__list-item menu__group">
        <span className="menu__group-label">{item.label}</span>
        {list}
      </li>
    );
  }
  return (
    <li className={clsx('menu__list-item', item.className)}>
      <MenuLink
        href={item.href ?? firstLink(item.items)}
        isCurrent={isSame(item.href, path)}
        isOpen={isOpen}
      >
        {item.label}
      </MenuLink>
      {list}
    </li>
  );
}

interface MenuLinkProps {
  readonly href: string | undefined;
  readonly isCurrent: boolean;
  /** Set on categories. */
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

function MenuLink({ href, isCurrent, isOpen, children }: MenuLinkProps): ReactNode {
  return (
    <Link
      className={clsx(
        'menu__link',
        isOpen !== undefined && 'menu__link--category',
        isOpen && 'menu__link--open',
        isCurrent && 'menu__link--active',
      )}
      to={href}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {children}
    </Link>
  );
}

function keyOf(item: PropSidebarItem): string {
  return item.type === 'html' ? item.value : `${item.type} ${item.href ?? item.label}`;
}

function isSame(href: string | undefined, path: string): boolean {
  return href !== undefined && href.replace(/\/$/, '') === path.replace(/\/$/, '');
}

function holds(items: readonly PropSidebarItem[], path: string): boolean {
  return items.some(
    (item) =>
      item.type !== 'html' &&
      (isSame(item.href, path) || (item.type === 'category' && holds(item.items, path))),
  );
}

function firstLink(items: readonly PropSidebarItem[]): string | undefined {
  for (const item of items) {
    if (item.type === 'html') continue;
    const href = item.href ?? (item.type === 'category' ? firstLink(item.items) : undefined);
    if (href) return href;
  }
  return undefined;
}
