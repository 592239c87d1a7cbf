import type { Problem } from '../../problems/problem.ts';
import styles from './overlay.module.css';

/** Shows the errors of the last edit above the page, which is that of the last valid one. */
let overlay: HTMLElement | undefined;

/** Shows the problems, or removes the overlay if there are none. */
export function showOverlay(problems: readonly Problem[], failure?: string): void {
  overlay?.remove();
  overlay = undefined;
  if (problems.length === 0 && failure === undefined) return;
  overlay = element('section', styles.overlay, [
    element('header', styles.head, [
      element('strong', styles.title, [titleOf(problems.length)]),
      closeButton(),
      element('p', styles.lead, [
        'The page below is from the last valid edit. This message closes after the next one.',
      ]),
    ]),
    ...problems.map(blockOf),
    ...(failure === undefined ? [] : [element('pre', styles.frame, [failure])]),
  ]);
  overlay.setAttribute('role', 'alert');
  overlay.setAttribute('aria-label', 'Problems of the last edit');
  document.body.append(overlay);
}

function titleOf(count: number): string {
  if (count === 0) return 'The pages were not written';
  return count === 1 ? 'The document has an error' : `The document has ${count} errors`;
}

function blockOf({ file, line, column, message, rule, frame, suggestion }: Problem): HTMLElement {
  return element('article', styles.problem, [
    element('p', styles.message, [message, ' ', element('small', undefined, [`(${rule})`])]),
    element('p', styles.place, [`${file}:${line}:${column}`]),
    ...(frame === undefined ? [] : [element('pre', styles.frame, [frame])]),
    ...(suggestion === undefined
      ? []
      : [element('p', styles.fix, [element('strong', undefined, ['Fix: ']), suggestion])]),
  ]);
}

function closeButton(): HTMLElement {
  const button = element('button', styles.close, ['Hide']);
  button.setAttribute('type', 'button');
  button.addEventListener('click', () => overlay?.remove());
  return button;
}

/** Text is inserted as text: that of a document is never markup. */
function element(
  name: string,
  className: string | undefined,
  children: readonly (string | HTMLElement)[],
): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
