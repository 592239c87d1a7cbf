import '../../css/console.css';
import Panel from '@theme/ApiExplorer/Panel';
import { type ReactNode, useMemo } from 'react';
import { say } from '../../client/app/words.ts';
import { useSelection } from '../../client/console/use-selection.ts';
import { buildRequestForm } from '../../model/request/request-form.ts';
import type { SliceDocument } from '../../slices/slice.ts';

export interface Props {
  readonly slice: SliceDocument;
  /** The page's URL may contain values that somebody else filled in. */
  readonly hash: string;
  readonly onClose: () => void;
}

/** The console of an operation: a form for its request, and the response. Loaded when it is opened. */
export default function ApiExplorer({ slice, hash, onClose }: Props): ReactNode {
  const selection = useSelection();
  const form = useMemo(() => buildRequestForm(slice, say, selection), [slice, selection]);
  return form && <Panel form={form} hash={hash} onClose={onClose} />;
}
