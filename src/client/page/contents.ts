const CONTENTS = '.ref-contents';

/** How far below the contents the part that is being read begins, in pixels: where links stop, and a little more. */
const READ = 32;

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
  const line = isEnd ? innerHeight : contents.getBoundingClientRect().bottom + READ;
  const links = [...contents.querySelectorAll('a')];
  const current = links.findLast((link) => isReached(targetOf(link), line)) ?? links[0];
  if (!current || current.ariaCurrent) return;
  for (const link of links) link.ariaCurrent = link === current ? 'true' : null;
  contents.scrollLeft = current.offsetLeft - contents.clientWidth / 2;
}

/** Opens the tab of a status again: its address may be that of the page already. */
function again({ target }: Event): void {
  const link = (target as Element).closest<HTMLAnchorElement>(`${CONTENTS} a`);
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
