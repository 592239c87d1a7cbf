import { translate } from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

export interface Props {
  /** The id of the element that the link stands in. */
  readonly id: string;
  /** What the link leads to, for screen readers. */
  readonly label: string;
}

/**
 * The `#` that shows on hover, leads to its place and copies the address. Docusaurus' check of anchors
 * learns of the id here.
 */
export default function AnchorLink({ id, label }: Props): ReactNode {
  useBrokenLinks().collectAnchor(id);
  const name = translate({ id: 'ref.linkTo', message: 'Link to {label}' }, { label });
  const href = `#${encodeURIComponent(id)}`;
  // biome-ignore lint/a11y/useAnchorContent: the style sheet draws the sign; aria-label is the name.
  return <a className={styles.a} data-copy="" href={href} aria-label={name} />;
}
