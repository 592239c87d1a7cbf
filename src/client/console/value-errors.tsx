import { createContext, useContext } from 'react';
import { placeKey } from './body-check.ts';

const ValueErrors = createContext<ReadonlyMap<string, string>>(new Map());

export const ValueErrorsProvider = ValueErrors.Provider;

/** The error of a place in the body. */
export function useValueError(path: readonly (string | number)[]): string | undefined {
  return useContext(ValueErrors).get(placeKey(path));
}
