import type { Selection } from '../../model/samples/selection.ts';
import { FIELDS, TAB_KEY } from '../protocol.ts';

/** The reader's choice between required and all fields. */
type Fields = NonNullable<Selection['fields']>;

/** What is chosen on the page: its state is in the HTML. */
export function currentSelection(): Selection {
  const isAll = fieldsInputs().some(({ checked, value }) => checked && value === 'all');
  const fields = rememberedFields() ?? (isAll ? 'all' : undefined);
  return { ...(fields && { fields }), anchors: chosenAnchors() };
}

/** The variants that are not the first ones of their schemas, with everything around them that has an anchor. */
function chosenAnchors(): string[] {
  const panels = [...document.querySelectorAll('.ref-choices ref-panel:not([hidden])')];
  const chosen = panels.filter(
    (panel) =>
      panel.previousElementSibling?.localName === 'ref-panel' &&
      !panel.parentElement?.closest('.ref-choices ref-panel[hidden]'),
  );
  const anchors = new Set<string>();
  for (const panel of chosen)
    for (let element: Element | null = panel; element; element = element.parentElement)
      if (element.id) anchors.add(element.id);
  return [...anchors];
}

/** The radio buttons above the samples. */
export function fieldsInputs(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[name=${FIELDS}]`)];
}

/** Undefined if the reader has not chosen, or the browser keeps nothing. */
export function rememberedFields(): Fields | undefined {
  try {
    const kept = localStorage.getItem(TAB_KEY + FIELDS);
    return kept === null ? undefined : kept === '' ? 'required' : 'all';
  } catch {
    return undefined;
  }
}

export function rememberFields(fields: string): void {
  try {
    localStorage.setItem(TAB_KEY + FIELDS, fields === 'all' ? fields : '');
  } catch {
    // Storage is disabled: the choice is that of this page.
  }
}
