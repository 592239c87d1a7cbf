import { expect } from 'vitest';
import type { EnginePage } from './engine.ts';

/** What a control is for its reader, and the elements that are it. */
const ROLES = {
  button: 'button, [role=button]',
  link: 'a[href]',
  tab: '[role=tab]',
  field: 'input, textarea, select',
} as const;

type Role = keyof typeof ROLES;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Runs in the page: the middle of the first control of a name that can be clicked, which means that nothing
 * hides or covers it and that it does not move. Scrolls to it.
 */
async function clickable(selector: string, name: string): Promise<Point | null> {
  const pattern = new RegExp(name);
  const isNamed = (element: HTMLElement & Partial<HTMLInputElement>): boolean => {
    const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent;
    return pattern.test((label ?? element.textContent ?? '').trim());
  };
  for (const element of document.querySelectorAll<HTMLElement>(selector)) {
    if (!isNamed(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
    element.scrollIntoView({ block: 'center' });
    const before = element.getBoundingClientRect();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { left, top, width, height } = element.getBoundingClientRect();
    if (left !== before.left || top !== before.top) continue;
    const point = { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
    const hit = document.elementFromPoint(point.x, point.y);
    if (hit && (element.contains(hit) || hit.contains(element))) return point;
  }
  return null;
}

/** Runs in the page: whether an element can be seen without scrolling. */
function isInView(selector: string): boolean {
  const element = document.querySelector(selector);
  if (!element?.checkVisibility({ visibilityProperty: true })) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Does what a reader does, in the same way in every engine. All of it waits for what is not there yet. */
export class EngineReader {
  readonly page: EnginePage;
  readonly #origin: string;

  constructor(page: EnginePage, origin: string) {
    this.page = page;
    this.#origin = origin;
  }

  goto(address: string): Promise<void> {
    return this.page.goto(this.#origin + address);
  }

  async click(role: Role, name: RegExp): Promise<void> {
    let point: Point | null = null;
    await expect
      .poll(
        async () => {
          point = await this.page.run(clickable, ROLES[role], name.source);
          return point;
        },
        { message: `${role} ${name}` },
      )
      .not.toBeNull();
    const { x, y } = point as unknown as Point;
    await this.page.click(x, y);
  }

  async type(text: string): Promise<void> {
    for (const character of text) await this.page.press(character);
  }

  /** Waits until an element can be seen without scrolling. */
  async sees(selector: string): Promise<void> {
    await expect
      .poll(() => this.page.run(isInView, selector), { message: `${selector} is in view` })
      .toBe(true);
  }

  /** Waits for the heading of the page. */
  async isOn(heading: string): Promise<void> {
    await expect
      .poll(() => this.page.run(() => document.querySelector('h1')?.textContent))
      .toBe(heading);
  }

  /** Whether what is in an element is shown: a panel that is hidden until it is found has a box, but shows nothing. */
  showsContentOf(selector: string): Promise<boolean> {
    return this.page.run((wanted) => {
      const content = document.querySelector(wanted)?.firstElementChild;
      return content?.checkVisibility({ visibilityProperty: true }) ?? false;
    }, selector);
  }

  /** Selects an option. Lists of options are windows of their own, which drivers do not reach in every engine. */
  async select(value: string): Promise<void> {
    await this.page.run((wanted) => {
      const option = document.querySelector<HTMLOptionElement>(`option[value="${wanted}"]`);
      const list = option?.closest('select');
      if (!list) throw new Error(`no option ${wanted}`);
      list.value = wanted;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    }, value);
  }
}
