import { createContext, useContext } from 'react';
import type { OperationModel, PageModel } from '../../model/page/page.ts';

export const PageContext = createContext<PageModel | undefined>(undefined);

export const PageProvider = PageContext.Provider;

/** The page being rendered. Throws outside of `<Reference>`. */
export function usePage(): PageModel {
  const page = useContext(PageContext);
  if (!page)
    throw new Error(
      'This component needs a page around it: put it inside <Reference slice="...">.',
    );
  return page;
}

/** The page's operation, or undefined outside of an operation's page (hand-written MDX). */
export function useOperation(): OperationModel | undefined {
  const page = useContext(PageContext);
  return page?.kind === 'operation' || page?.kind === 'webhook' ? page : undefined;
}

/** How many levels of nested properties are open at first. */
export function useOpenLevels(): number {
  return useContext(PageContext)?.page.openLevels ?? 1;
}
