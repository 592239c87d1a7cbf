import type { Input } from '../../model/control.ts';
import type { FormValues } from '../../model/form-values.ts';
import type { RequestForm } from '../../model/request-form.ts';
import type { FilesByField } from './request-init.ts';

/** The files that a reader has chosen for the body. */
export function filesOf(form: RequestForm, values: FormValues): FilesByField {
  const index = Number(values.bodyType);
  const chosen = values.bodies[index];
  const entries = form.bodies[index]?.entries ?? [];
  return new Map([
    ['', listOf(chosen?.file)],
    ...entries.map(({ name }, at): [string, File[]] => [name, listOf(chosen?.fields[at])]),
  ]);
}

function listOf(input: Input): File[] {
  return input instanceof FileList ? [...input] : [];
}
