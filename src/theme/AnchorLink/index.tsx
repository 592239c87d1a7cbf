import { translate } from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

export interface Props {
  /** The id of the element that contains the link. */
  readonly id: string;
  /** The link target, for screen readers. */
  readonly label: string;
}

/**
 * The `#` that appears on hover, links to its element and copies the URL. It also registers the id with
 * Docusaurus' check of anchors.
 */
export default function AnchorLink({ id, label }: Props): ReactNode {
  useBrokenLinks().collectAnchor(id);
  const name = translate({ id: 'ref.linkTo', message: 'Link to {label}' }, { label });
  const href = `#${encodeURIComponent(id)}`;
  // biome-ignore lint/a11y/useAnchorContent: the style sheet draws the sign; aria-label is the name.
  return <a className={styles.a} data-copy="" href={href} aria-label={name} />;
}
