import type { ClientModule } from '@docusaurus/types';
import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Release } from '../../slices/history.ts';
import { fetchSlice } from '../app/fetch-slice.ts';
import { announce } from '../page/announce.ts';
import { reloadPage } from '../page/reload.ts';
import { COMPARES, CONTENT_CHANGED } from '../protocol.ts';
import { chosenRange, type Range, rangeIn, rangeText } from './range.ts';

/** What is drawn; a page has at most one. */
let drawn:
  | { readonly root: Root; readonly form: HTMLFormElement; readonly text: string }
  | undefined;

if (typeof document !== 'undefined') {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('[data-compare]')) return;
    event.preventDefault();
    const range = chosenRange(form);
    const text = rangeText(range);
    // Otherwise, the app says that the address has changed.
    if (COMPARES + text === window.location.hash) void draw(form, text);
    else window.location.hash = COMPARES + text;
  });
  document.addEventListener(CONTENT_CHANGED, () => {
    if (drawn && !drawn.form.isConnected) clear();
  });
}

export const onRouteDidUpdate: ClientModule['onRouteDidUpdate'] = ({ location }) => {
  const form = document.querySelector<HTMLFormElement>('form[data-compare]');
  if (!form) return;
  const text = textIn(location);
  if (text === undefined) clear();
  else void draw(form, text);
};

/** The versions that an address names. */
function textIn({ hash }: { readonly hash: string }): string | undefined {
  return hash.startsWith(COMPARES) ? hash.slice(COMPARES.length) : undefined;
}

async function draw(form: HTMLFormElement, text: string): Promise<void> {
  const place = form.nextElementSibling;
  const range = rangeIn(text, form);
  const button = form.querySelector('button');
  if (drawn?.text === text) return;
  if (!place || !range || !button) return clear();
  show(form, range);
  button.ariaBusy = 'true';
  try {
    const [{ default: ComparedVersions }, slices] = await Promise.all([
      import(/* webpackChunkName: "comparison" */ '@reference/comparison'),
      Promise.all(range.releases.map(fetchSlice)),
    ]);
    // The reader has gone on meanwhile.
    if (!form.isConnected || textIn(window.location) !== text) return;
    clear();
    const releases = slices.flatMap((slice): readonly Release[] => slice['x-page'].releases ?? []);
    const { from, to } = range;
    const base = form.dataset.compare ?? '';
    const root = createRoot(place);
    root.render(createElement(ComparedVersions, { base, from, to, releases }));
    drawn = { root, form, text };
    requestAnimationFrame(() => announce(place.querySelector('h2')?.textContent ?? ''));
  } catch {
    reloadPage();
  } finally {
    button.ariaBusy = null;
  }
}

function show(form: HTMLFormElement, { from, to }: Range): void {
  for (const [name, version] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement) field.value = version;
  }
}

function clear(): void {
  drawn?.root.unmount();
  drawn = undefined;
}
