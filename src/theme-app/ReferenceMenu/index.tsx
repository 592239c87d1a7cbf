import Link from '@docusaurus/Link';
import type { PropSidebarItem } from '@docusaurus/plugin-content-docs';
import { translate } from '@docusaurus/Translate';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import {
  firstLink,
  isGroup,
  isSame,
  type More,
  windowOf,
} from '../../client/app/sidebar-branch.ts';
import { showLabel, useCount, useTextLanguage } from '../../client/app/words.ts';

export interface Props {
  readonly items: readonly PropSidebarItem[];
  /** Path of the current page, with base URL. */
  readonly path: string;
}

/**
 * The navigation of an API as plain links: a category links to its page, and shows its items on its page and
 * theirs; where there are scripts, a button opens and closes it on any page. Groups of categories are headings, and
 * always open.
 */
export default function ReferenceMenu({ items, path }: Props): ReactNode {
  const { shown, before, after } = windowOf(items, path);
  return (
    <ul className="menu__list">
      {before && <MoreItem {...before} isBefore />}
      {shown.map((item) => (
        <MenuItem key={keyOf(item)} item={item} path={path} />
      ))}
      {after && <MoreItem {...after} isBefore={false} />}
    </ul>
  );
}

interface ItemProps {
  readonly item: PropSidebarItem;
  readonly path: string;
}

interface CategoryProps extends ItemProps {
  readonly item: Extract<PropSidebarItem, { type: 'category' }>;
}

function MenuItem({ item, path }: ItemProps): ReactNode {
  const lang = useTextLanguage();
  if (item.type === 'html') return null;
  const isCurrent = isSame(item.href, path);
  if (item.type === 'link')
    return (
      <li className={clsx('menu__list-item', item.className)}>
        {/* Names of schemas have no language; the name of the first page is in ours. */}
        <MenuLink
          href={item.href}
          isCurrent={isCurrent}
          lang={item.className?.includes('api-method') ? lang : undefined}
        >
          {item.label}
        </MenuLink>
      </li>
    );
  if (isGroup(item))
    return (
      <li className="menu__list-item menu__group">
        <span className="menu__group-label">{item.label}</span>
        <ReferenceMenu items={item.items} path={path} />
      </li>
    );
  return <CategoryItem item={item} path={path} />;
}

/** Its link, and a button that opens it here. */
function CategoryItem({ item, path }: CategoryProps): ReactNode {
  if (!item.href) return <FoldItem item={item} path={path} />;
  const isOpen = !item.collapsed;
  return (
    <li className={clsx('menu__list-item', item.className)}>
      <MenuLink href={item.href} isCurrent={isSame(item.href, path)} isCategory>
        {item.label}
      </MenuLink>
      <button
        type="button"
        className="clean-btn"
        aria-label={showLabel(item.label)}
        data-branch=""
        aria-expanded={isOpen}
      />
      {isOpen && <ReferenceMenu items={item.items} path={path} />}
    </li>
  );
}

/** Without a page of its own, it only opens and closes. Without a script, its first page lists all of it. */
function FoldItem({ item, path }: CategoryProps): ReactNode {
  const first = firstLink(item.items);
  const isOpen = !item.collapsed;
  return (
    <li className={clsx('menu__list-item', item.className)}>
      <details open={isOpen}>
        <summary className="menu__link menu__link--category" data-branch={first}>
          {item.label}
        </summary>
        {isOpen ? (
          <ReferenceMenu items={item.items} path={path} />
        ) : (
          <Link className="menu__link" to={first}>
            {translate({
              id: 'site.sidebar.all',
              message: 'Show all',
              description:
                'Link in a closed category of the sidebar to the page that lists all of it',
            })}
          </Link>
        )}
      </details>
    </li>
  );
}

/** Links to the nearest page outside the shown part of a long list, whose sidebar shows that part. */
function MoreItem({
  count: number,
  href,
  isBefore,
}: More & { readonly isBefore: boolean }): ReactNode {
  const count = useCount()(number);
  return (
    <li className="menu__list-item menu__more">
      <Link className="menu__link" to={href}>
        {isBefore
          ? translate({ id: 'site.sidebar.before', message: '{count} before' }, { count })
          : translate({ id: 'site.sidebar.after', message: '{count} more' }, { count })}
      </Link>
    </li>
  );
}

interface MenuLinkProps {
  readonly href: string | undefined;
  readonly isCurrent: boolean;
  readonly isCategory?: boolean;
  readonly lang?: string | undefined;
  readonly children: ReactNode;
}

function MenuLink(props: MenuLinkProps): ReactNode {
  const { href, isCurrent, isCategory, lang, children } = props;
  return (
    <Link
      className={clsx(
        'menu__link',
        isCategory && 'menu__link--category',
        isCurrent && 'menu__link--active',
      )}
      to={href}
      lang={lang}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {children}
    </Link>
  );
}

function keyOf(item: PropSidebarItem): string {
  return item.type === 'html' ? item.value : `${item.type} ${item.href ?? item.label}`;
}
