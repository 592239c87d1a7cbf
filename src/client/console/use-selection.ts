import { useMemo, useSyncExternalStore } from 'react';
import type { Selection } from '../../model/samples/selection.ts';
import { SELECTION_CHANGED } from '../protocol.ts';
import { currentSelection } from '../samples/selection.ts';

/** What the reader has chosen on the page, which is the same object until it changes. */
export function useSelection(): Selection {
  const key = useSyncExternalStore(subscribe, () => JSON.stringify(currentSelection()));
  return useMemo((): Selection => JSON.parse(key), [key]);
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener(SELECTION_CHANGED, onChange);
  return () => document.removeEventListener(SELECTION_CHANGED, onChange);
}
