import type { Input } from '../../model/request/control.ts';
import { chosenEntries, type FormValues } from '../../model/request/form-values.ts';
import type { RequestForm } from '../../model/request/request-form.ts';
import type { FilesByField } from './request-init.ts';

/** The files that a reader has chosen for the body. */
export function filesOf(form: RequestForm, values: FormValues): FilesByField {
  const index = Number(values.bodyType);
  const [body, chosen] = [form.bodies[index], values.bodies[index]];
  if (!body || !chosen) return new Map();
  return new Map([
    ['', listOf(chosen.file)],
    ...chosenEntries(body, chosen).map(({ entry, index: at }): [string, File[]] => [
      entry.name,
      listOf(chosen.fields[at]),
    ]),
  ]);
}

function listOf(input: Input): File[] {
  return input instanceof FileList ? [...input] : [];
}
