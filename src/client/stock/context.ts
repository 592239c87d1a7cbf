import { createContext, useContext } from 'react';

/** Whether what is rendered is part of a stock page, and whether that page has an operation to try. */
const StockContext = createContext<{ readonly hasApi: boolean } | undefined>(undefined);

export const StockProvider = StockContext.Provider;

/** Undefined outside of stock pages. */
export function useStock(): { readonly hasApi: boolean } | undefined {
  return useContext(StockContext);
}

/** The callback around what is rendered, by a name that is unique on the page. */
const CallbackContext = createContext<string | undefined>(undefined);

export const CallbackProvider = CallbackContext.Provider;

export function useCallbackName(): string | undefined {
  return useContext(CallbackContext);
}
