import styles from './styles.module.css';

/** Methods as pills, instead of those of the reference. */
export default function MethodBadge({ method }) {
  return <b className={styles.pill}>{method.toUpperCase()}</b>;
}
