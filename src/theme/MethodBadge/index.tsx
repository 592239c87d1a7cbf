import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

export interface Props {
  readonly method: string;
}

/** Methods without a color of their own get the neutral one. */
const COLORS: Readonly<Record<string, string | undefined>> = {
  GET: styles.get,
  POST: styles.post,
  PUT: styles.put,
  PATCH: styles.patch,
  DELETE: styles.delete,
};

/** An HTTP method, shown by name and color. */
export default function MethodBadge({ method }: Props): ReactNode {
  const name = method.toUpperCase();
  const color = Object.hasOwn(COLORS, name) ? COLORS[name] : undefined;
  return <b className={clsx(styles.method, color)}>{name}</b>;
}
