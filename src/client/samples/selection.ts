import type { Selection } from '../../model/samples/selection.ts';
import { remember, remembered } from '../page/tabs.ts';
import { FIELDS } from '../protocol.ts';

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

/** Whether the console is on the page, which shows its own request in the samples. */
export function isConsoleOpen(): boolean {
  return document.querySelector('[data-console] > *') !== null;
}

/** The radio buttons above the samples. */
export function fieldsInputs(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[name=${FIELDS}]`)];
}

/** Undefined if the reader has not chosen, or the browser keeps nothing. */
export function rememberedFields(): Fields | undefined {
  const kept = remembered(FIELDS);
  return kept === undefined ? undefined : kept === '' ? 'required' : 'all';
}

export function rememberFields(fields: string): void {
  remember(FIELDS, fields === 'all' ? fields : '');
}
