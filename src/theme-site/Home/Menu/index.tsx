import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import type { Props as ResourcesProps } from '@theme/Home/Resources';
import PhoneMenu from '@theme/PhoneMenu';
import type { ReactNode } from 'react';
import type { SiteApi } from '../../../client/app/site-data.ts';
import { useTextLanguage } from '../../../client/app/words.ts';
import styles from './styles.module.css';

export interface Props extends Pick<ResourcesProps, 'groups'> {
  /** The other APIs of the site. */
  readonly others: readonly SiteApi[];
}

/** The mobile menu of the home page: below the items of the navbar, the resources of the API, and the other APIs. */
export default function HomeMenu({ groups, others }: Props): ReactNode {
  const parts = [
    ...groups.map(({ anchor, name, tags }) => ({
      anchor,
      name: name ?? translate({ id: 'site.whatItHolds', message: "What's in this API" }),
      links: tags.map(({ title, href = '' }) => ({ title, href })),
    })),
    {
      anchor: '',
      name: translate({ id: 'site.moreOnThisSite', message: 'Other APIs' }),
      links: others.map(({ label, href }) => ({ title: label, href })),
    },
  ];
  const lang = useTextLanguage();
  return (
    <PhoneMenu>
      <nav
        className={styles.nav}
        aria-label={translate({ id: 'site.homeMenu', message: 'Contents of the site' })}
      >
        {parts
          .filter(({ links }) => links.length > 0)
          .map(({ anchor, name, links }) => (
            <section key={anchor}>
              <b>{name}</b>
              <ul className="menu__list">
                {links.map(({ title, href }) => (
                  <li key={href} className="menu__list-item">
                    <Link className="menu__link" to={href} lang={lang}>
                      {title}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </nav>
    </PhoneMenu>
  );
}
