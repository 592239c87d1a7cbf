import { useMemo, useState } from 'react';
import type { FormValues } from '../../model/request/form-values.ts';
import type { RequestForm } from '../../model/request/request-form.ts';
import { type FieldKey, fieldErrors, isOfBody } from './field-errors.ts';

/** What the reader has entered, and what is wrong with it. */
export interface Fields {
  readonly values: FormValues;
  /** Replaces some of the values; `field` has been filled in, so its error is shown. */
  readonly change: (values: Partial<FormValues>, field?: FieldKey) => void;
  /** The same for one of the media types. */
  readonly changeBody: (
    index: number,
    body: Partial<FormValues['bodies'][number]>,
    field?: FieldKey,
  ) => void;
  /** The error of a field that the reader has filled in or tried to send. */
  readonly errorOf: (field: FieldKey) => string | undefined;
  /** Whether the reader has tried to send. */
  readonly isTried: boolean;
  /** Errors that the reader has been shown are all in the body, and a server may accept it. */
  readonly isDoubtful: boolean;
  /** Shows all errors; true if there are none. */
  readonly check: () => boolean;
}

/** The values of the form. */
export function useFields(form: RequestForm, initial: FormValues): Fields {
  const [values, setValues] = useState(initial);
  const [touched, setTouched] = useState<ReadonlySet<FieldKey>>(new Set());
  const [isTried, setTried] = useState(false);
  const errors = useMemo(() => fieldErrors(form, values), [form, values]);
  const touch = (field?: FieldKey): void => {
    if (field !== undefined) setTouched((before) => new Set(before).add(field));
  };
  return {
    values,
    change: (changed, field) => {
      setValues((before) => ({ ...before, ...changed }));
      touch(field);
    },
    changeBody: (index, changed, field) => {
      setValues((before) => ({
        ...before,
        bodies: before.bodies.map((body, at) => (at === index ? { ...body, ...changed } : body)),
      }));
      touch(field);
    },
    errorOf: (field) => (isTried || touched.has(field) ? errors.get(field) : undefined),
    isTried,
    isDoubtful: isTried && errors.size > 0 && [...errors.keys()].every(isOfBody),
    check: () => {
      setTried(true);
      return errors.size === 0;
    },
  };
}
