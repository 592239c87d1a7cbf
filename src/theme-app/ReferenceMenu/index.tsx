import Link from '@docusaurus/Link';
import type { PropSidebarItem } from '@docusaurus/plugin-content-docs';
import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Breakable from '@theme/Breakable';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { ownName } from '../../address/own-label.ts';
import {
  firstLink,
  isGroup,
  isSame,
  type More,
  windowOf,
} from '../../client/app/sidebar-branch.ts';
import { showLabel, useCount, useTextLanguage } from '../../client/app/words.ts';
import { labelPieces } from '../../client/page/url-pieces.ts';

export interface Props {
  readonly items: readonly PropSidebarItem[];
  /** Path of the current page, with base URL. */
  readonly path: string;
  /** The language of the list around it; that of the page, if there is none. */
  readonly around?: string | undefined;
}

/**
 * The navigation of an API as plain links: a category links to its page, and shows its items on its page and
 * theirs; where there are scripts, a button opens and closes it on any page. Groups of categories are headings, and
 * always open.
 */
export default function ReferenceMenu({ items, path, around }: Props): ReactNode {
  const { shown, before, after } = windowOf(items, path);
  return (
    <ul className="menu__list">
      {before && <MoreItem {...before} around={around} isBefore />}
      {shown.map((item) => (
        <MenuItem key={keyOf(item)} item={item} path={path} around={around} />
      ))}
      {after && <MoreItem {...after} around={around} isBefore={false} />}
    </ul>
  );
}

interface ItemProps {
  readonly item: PropSidebarItem;
  readonly path: string;
  readonly around: string | undefined;
}

interface CategoryProps {
  readonly item: Extract<PropSidebarItem, { type: 'category' }>;
  readonly path: string;
  /** The language of its label, and so of the list below it. */
  readonly language: string;
  /** The same, for `lang`, where it is another one than that of the list around it. */
  readonly lang: string | undefined;
}

function MenuItem({ item, path, around }: ItemProps): ReactNode {
  const languages = useLanguages();
  if (item.type === 'html') return null;
  const language = isOwn(item) ? languages.page : languages.text;
  const lang = language === (around ?? languages.page) ? undefined : language;
  if (item.type === 'link')
    return (
      <li className={clsx('menu__list-item', item.className)} lang={lang}>
        <MenuLink href={item.href} isCurrent={isSame(item.href, path)}>
          {item.label}
        </MenuLink>
      </li>
    );
  if (isGroup(item))
    return (
      <li className="menu__list-item menu__group" lang={lang}>
        <span className="menu__group-label">{item.label}</span>
        <ReferenceMenu items={item.items} path={path} around={language} />
      </li>
    );
  return <CategoryItem item={item} path={path} language={language} lang={lang} />;
}

/** Its link, and a button that opens it here. */
function CategoryItem(props: CategoryProps): ReactNode {
  const { item, path, language, lang } = props;
  if (!item.href) return <FoldItem {...props} />;
  const isOpen = !item.collapsed;
  return (
    <li className={clsx('menu__list-item', item.className)} lang={lang}>
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
      {isOpen && <ReferenceMenu items={item.items} path={path} around={language} />}
    </li>
  );
}

/** Without a page of its own, it only opens and closes. Without a script, its first page lists all of it. */
function FoldItem({ item, path, language, lang }: CategoryProps): ReactNode {
  const ownLanguage = useOwnLanguage(language);
  const first = firstLink(item.items);
  const isOpen = !item.collapsed;
  return (
    <li className={clsx('menu__list-item', item.className)} lang={lang}>
      <details open={isOpen}>
        <summary className="menu__link menu__link--category" data-branch={first}>
          {item.label}
        </summary>
        {isOpen ? (
          <ReferenceMenu items={item.items} path={path} around={language} />
        ) : (
          <Link className="menu__link" to={first} lang={ownLanguage}>
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
  around,
  isBefore,
}: More & { readonly around: string | undefined; readonly isBefore: boolean }): ReactNode {
  const count = useCount()(number);
  const lang = useOwnLanguage(around);
  return (
    <li className="menu__list-item menu__more" lang={lang}>
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
  readonly children: string;
}

function MenuLink(props: MenuLinkProps): ReactNode {
  const { href, isCurrent, isCategory, children } = props;
  return (
    <Link
      className={clsx(
        'menu__link',
        isCategory && 'menu__link--category',
        isCurrent && 'menu__link--active',
      )}
      to={href}
      aria-current={isCurrent ? 'page' : undefined}
    >
      <Breakable pieces={labelPieces(children)}>{children}</Breakable>
    </Link>
  );
}

/** Whether a label is ours. The first page has no class; names of schemas have no language. */
function isOwn(item: PropSidebarItem): boolean {
  if (item.type === 'category') return ownName(item.key) !== undefined;
  return item.type === 'link' && !item.className;
}

/** The languages of the page, and of the document's texts. */
function useLanguages(): { readonly page: string; readonly text: string } {
  const { currentLocale, localeConfigs } = useDocusaurusContext().i18n;
  const page = localeConfigs[currentLocale]?.htmlLang ?? currentLocale;
  return { page, text: useTextLanguage() ?? page };
}

/** For `lang` of a text of ours in a list of some language; undefined where that is the page's. */
function useOwnLanguage(around: string | undefined): string | undefined {
  const { page } = useLanguages();
  return around === undefined || around === page ? undefined : page;
}

function keyOf(item: PropSidebarItem): string {
  return item.type === 'html' ? item.value : `${item.type} ${item.href ?? item.label}`;
}
