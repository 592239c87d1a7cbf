import { createContext, useContext } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FormValues } from '../../model/request/form-values.ts';
import type { SampleRequest } from '../../model/request/request.ts';
import type { RequestForm } from '../../model/request/request-form.ts';
import type { SecretStore } from './use-secrets.ts';

/** The state shared by the parts of the console. */
export interface Console {
  readonly form: RequestForm;
  readonly fields: UseFormReturn<FormValues>;
  /** What the reader has entered so far. */
  readonly values: FormValues;
  /** The request as samples show it, with placeholders for missing values. */
  readonly request: SampleRequest;
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
