/** A line of a chart, from the left to the right. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Said at the last point: why the line ends there. */
  readonly end?: string;
}

export interface LineChart {
  readonly title: string;
  readonly xLabel: string;
  /** With its unit. */
  readonly yLabel: string;
  readonly series: readonly Series[];
}

export interface BarChart {
  readonly title: string;
  /** With its unit. */
  readonly xLabel: string;
  readonly bars: readonly {
    readonly name: string;
    readonly value: number;
    readonly label: string;
    /** 0 for ours, 1 for stock: the colour. */
    readonly series: number;
  }[];
}

const WIDTH = 720;
const HEIGHT = 380;
const LEFT = 70;
const RIGHT = 24;
const TOP = 66;
const BOTTOM = 54;

/** Colours that can be read on white and on near black: the page may be dark where the system is not. */
const STYLE = `<style>
text { font: 13px system-ui, sans-serif; fill: #6e7781; }
.title { font-size: 15px; font-weight: 600; }
.grid { stroke: #8b949e; stroke-opacity: 0.35; }
.axis { stroke: #8b949e; }
.s0 { stroke: #1f8a66; fill: #1f8a66; }
.s1 { stroke: #cf6224; fill: #cf6224; }
path.line { fill: none; stroke-width: 2.5; }
.s1.line { stroke-dasharray: 7 4; }
@media (prefers-color-scheme: dark) {
text { fill: #9198a1; }
.s0 { stroke: #3fb68b; fill: #3fb68b; }
.s1 { stroke: #e8894a; fill: #e8894a; }
}
</style>`;

/** Lines over two axes that begin at zero, as SVG. The same input gives the same text. */
export function lineChart({ title, xLabel, yLabel, series }: LineChart): string {
  const points = series.flatMap((one) => one.points);
  const xTicks = ticks(Math.max(1, ...points.map(([x]) => x)));
  const yTicks = ticks(Math.max(1e-9, ...points.map(([, y]) => y)));
  const x = scale(xTicks.at(-1) ?? 1, LEFT, WIDTH - RIGHT);
  const y = scale(yTicks.at(-1) ?? 1, HEIGHT - BOTTOM, TOP);
  const parts = [
    ...yTicks.map(
      (tick) =>
        `<path class="grid" d="M${LEFT} ${y(tick)}H${WIDTH - RIGHT}"/>${text(LEFT - 8, y(tick) + 4, number(tick), 'end')}`,
    ),
    ...xTicks.map((tick) => text(x(tick), HEIGHT - BOTTOM + 20, number(tick), 'middle')),
    `<path class="axis" d="M${LEFT} ${y(0)}H${WIDTH - RIGHT}"/>`,
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, xLabel, 'middle'),
    text(LEFT - 54, TOP - 14, yLabel, 'start'),
    ...series.map((one, index) => line(one, index, x, y)),
    ...legend(series.map(({ name }) => name)),
  ];
  return svg(HEIGHT, title, parts);
}

/** Bars from left to right, each with its figure, as SVG. */
export function barChart({ title, xLabel, bars }: BarChart): string {
  const left = 250;
  const rowHeight = 34;
  const height = TOP + bars.length * rowHeight + BOTTOM;
  const max = Math.max(1e-9, ...bars.map(({ value }) => value));
  const x = scale(ticks(max).at(-1) ?? 1, left, WIDTH - 90);
  const parts = bars.flatMap(({ name, value, label, series }, index) => {
    const top = TOP + index * rowHeight;
    const width = round(Math.max(1, x(value) - left));
    return [
      text(left - 10, top + 16, name, 'end'),
      `<rect class="s${series}" x="${left}" y="${top}" width="${width}" height="22"/>`,
      text(left + width + 8, top + 16, label, 'start'),
    ];
  });
  return svg(height, title, [
    ...parts,
    `<path class="axis" d="M${left} ${TOP - 8}V${height - BOTTOM + 4}"/>`,
    text(left, height - 18, xLabel, 'start'),
  ]);
}

function line(
  { points, end }: Series,
  index: number,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const path = points.map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${x(px)} ${y(py)}`).join('');
  const dots = points.map(
    ([px, py]) => `<circle class="s${index}" cx="${x(px)}" cy="${y(py)}" r="3.5"/>`,
  );
  const last = points.at(-1);
  const note = last && end ? endNote(x(last[0]), y(last[1]), end) : '';
  return `<path class="s${index} line" d="${path}"/>${dots.join('')}${note}`;
}

/** Beside the last point, or above it where there is no room for words. */
function endNote(x: number, y: number, end: string): string {
  return x < WIDTH * 0.65 ? text(x + 10, y + 4, end, 'start') : text(x, y - 10, end, 'end');
}

function legend(names: readonly string[]): string[] {
  return names.map((name, index) => {
    const left = WIDTH - RIGHT - 190 * (names.length - index);
    return `<path class="s${index} line" d="M${left} 44h28"/>${text(left + 36, 48, name, 'start')}`;
  });
}

function svg(height: number, title: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    STYLE,
    `<text class="title" x="16" y="24">${escaped(title)}</text>`,
    ...parts.filter((part) => part !== ''),
    '</svg>',
    '',
  ].join('\n');
}

function text(x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escaped(content)}</text>`;
}

/** Four to six round numbers from zero to at least the largest value. */
export function ticks(max: number): number[] {
  const rough = max / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.ceil(max / step - 1e-9) + 1 }, (_, index) =>
    Number((index * step).toPrecision(12)),
  );
}

function scale(max: number, from: number, to: number): (value: number) => number {
  return (value) => round(from + (value / max) * (to - from));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}

function escaped(content: string): string {
  return content.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');
}
