/** The line of an operation page, and the list of other pages: both are above the text, or beside it. */
const CONTENTS = '.ref-contents, .ref-sections';

/** How far below the contents the part that is being read begins, in pixels: where links stop, and a little more. */
const READ = 32;

/** Its height, in pixels, and that of the space below it. */
const NAVBAR = 80;

function targetOf(link: HTMLAnchorElement): HTMLElement | null {
  return document.getElementById(decodeURIComponent(link.hash.slice(1)));
}

/** Whether the reader has come to a part; the panels of other tabs have no height. */
function isReached(target: HTMLElement | null, line: number): boolean {
  return !!target && !target.matches('[hidden]') && target.getBoundingClientRect().top <= line;
}

/** Marks the part that is being read, and scrolls the line to it. */
function follow(): void {
  const contents = document.querySelector<HTMLElement>(CONTENTS);
  if (!contents) return;
  const { scrollHeight } = document.documentElement;
  const isEnd = scrollY + innerHeight >= scrollHeight - 1;
  // A list beside the text covers none of it.
  const top = contents.matches('.ref-contents') ? contents.getBoundingClientRect().bottom : NAVBAR;
  const line = isEnd ? innerHeight : top + READ;
  // The others lead to other pages.
  const links = [...contents.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  const current = links.findLast((link) => isReached(targetOf(link), line)) ?? links[0];
  if (!current || current.ariaCurrent) return;
  for (const link of links) link.ariaCurrent = link === current ? 'true' : null;
  contents.scrollLeft = current.offsetLeft - contents.clientWidth / 2;
}

/** Opens the tab of a status again: its address may be that of the page already. */
function again({ target }: Event): void {
  const link = (target as Element).closest<HTMLAnchorElement>(`:is(${CONTENTS}) a`);
  if (link && link.hash === location.hash) window.dispatchEvent(new Event('hashchange'));
}

let frame = 0;
function onScroll(): void {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(follow);
}
document.addEventListener('scroll', onScroll, { passive: true });
document.addEventListener('click', again);
// It is loaded when the reader scrolls.
onScroll();
