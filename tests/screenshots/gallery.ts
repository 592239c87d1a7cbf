import type { MODES, ShownPage, WIDTHS } from './pages.ts';

export interface Shot extends ShownPage {
  readonly mode: (typeof MODES)[number];
  readonly width: (typeof WIDTHS)[number];
  /** Of the picture, in the folder of the gallery. */
  readonly file: string;
}

/** The page that shows all pictures: a row for each page. File names hold nothing to be escaped. */
export function gallery(shots: readonly Shot[]): string {
  const names = [...new Set(shots.map(({ name }) => name))];
  const picture = ({ file, mode, width }: Shot): string =>
    `<figure><figcaption>${mode}, ${width}</figcaption><a href="${file}"><img src="${file}" alt="" loading="lazy"></a></figure>`;
  const rows = names.map((name) => {
    const own = shots.filter((shot) => shot.name === name);
    return `<h2>${name}</h2><p>${own[0]?.address}</p><div>${own.map(picture).join('')}</div>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title>
<style>
  body { font-family: system-ui, sans-serif; margin: 2rem; }
  div { display: flex; gap: 1rem; overflow-x: auto; align-items: start; }
  figure { margin: 0; flex: none; }
  img { max-height: 40rem; border: 1px solid #ccc; }
</style>
${rows.join('\n')}
</html>
`;
}
