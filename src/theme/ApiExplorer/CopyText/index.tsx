import { translate } from '@docusaurus/Translate';
import { type ReactNode, useEffect, useState } from 'react';
import { announce } from '../../../client/page/announce.ts';

export interface Props {
  readonly label: string;
  readonly title?: string;
  /** What is copied, which is made when it is asked for. */
  readonly textOf: () => string | Promise<string>;
}

/** How long the button shows that it has copied, in milliseconds. */
const SAID = 2000;

/** Copies a text that is not on the page. */
export default function CopyText({ label, title, textOf }: Props): ReactNode {
  const [isDone, setDone] = useState(false);
  const done = translate({ id: 'ref.copied', message: 'Copied' });
  useEffect(() => {
    if (!isDone) return;
    announce(done);
    const timer = setTimeout(() => setDone(false), SAID);
    return () => {
      clearTimeout(timer);
      announce('');
    };
  }, [isDone, done]);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(await textOf());
    setDone(true);
  };
  return (
    // If the browser does not allow it, the button does not change.
    <button
      type="button"
      className="ref-button"
      title={title}
      onClick={() => void copy().catch(() => {})}
    >
      {isDone ? done : label}
    </button>
  );
}
