import { createContext, useContext } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FormValues } from '../../model/request/form-values.ts';
import type { SampleRequest } from '../../model/request/request.ts';
import type { RequestForm } from '../../model/request/request-form.ts';
import type { SecretStore } from './use-secrets.ts';

/** What the parts of the console share. */
export interface Console {
  readonly form: RequestForm;
  readonly fields: UseFormReturn<FormValues>;
  /** What the reader has filled in until now. */
  readonly values: FormValues;
  /** As samples show it, with placeholders for what is missing. */
  readonly request: SampleRequest;
  readonly baseUrl: string;
  readonly store: SecretStore;
  /** Whether a link brought the server, and the reader has not agreed to it: nothing may be sent there. */
  readonly isFromLink: boolean;
}

const ConsoleContext = createContext<Console | undefined>(undefined);

export const ConsoleProvider = ConsoleContext.Provider;

/** The console around a part of it. */
export function useConsole(): Console {
  const console = useContext(ConsoleContext);
  if (!console) throw new Error('This component belongs into an ApiExplorer.');
  return console;
}
