import { createContext, useContext } from 'react';
import type { SampleRequest } from '../../model/request/request.ts';
import type { RequestForm } from '../../model/request/request-form.ts';
import type { Fields } from './use-fields.ts';
import type { SecretStore } from './use-secrets.ts';

/** The state shared by the parts of the console. */
export interface Console extends Fields {
  readonly form: RequestForm;
  /** The request as samples show it, with placeholders for missing values. */
  readonly request: SampleRequest;
  /** Its URL, with placeholders for all secrets. */
  readonly shownUrl: string;
  readonly baseUrl: string;
  readonly store: SecretStore;
  /** Whether the server came from a link and the reader has not agreed to it: nothing may be sent there. */
  readonly isFromLink: boolean;
}

const ConsoleContext = createContext<Console | undefined>(undefined);

export const ConsoleProvider = ConsoleContext.Provider;

/** The console around one of its parts. */
export function useConsole(): Console {
  const console = useContext(ConsoleContext);
  if (!console) throw new Error('This component belongs into an ApiExplorer.');
  return console;
}
