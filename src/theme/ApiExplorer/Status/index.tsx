import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { Answer } from '../../../client/console/exchange.ts';
import { bytes, duration } from '../../../client/console/quantity.ts';

export interface Props {
  readonly answer: Answer;
  /** Whether more may arrive. */
  readonly isOpen: boolean;
}

/**
 * The status, duration and size of a response. Screen readers do not announce each step of a growing one.
 */
export default function Status({ answer, isOpen }: Props): ReactNode {
  const { status, statusText, time, size } = answer;
  return (
    <p className="ref-try-status" data-status={String(status).charAt(0)}>
      <b>{`${status} ${statusText}`.trim()}</b>
      <span aria-live="off">{duration(time)}</span>
      <span aria-live="off">{bytes(size)}</span>
      {isOpen && <span>{translate({ id: 'ref.try.coming', message: 'Streaming…' })}</span>}
    </p>
  );
}
