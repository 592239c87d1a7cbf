import { describe, expect, it } from 'vitest';
import { accentStyles, contrast } from '../../../src/site/accent.ts';

type Color = Parameters<typeof contrast>[0];

/** The variables of each color mode. */
function variablesOf(
  accent: string,
): readonly [light: Map<string, Color>, dark: Map<string, Color>] {
  const [light, dark] = accentStyles(accent)
    .split('}\n')
    .map(
      (rule) =>
        new Map(
          Array.from(rule.matchAll(/(--[\w-]+): #(..)(..)(..);/g), ([, name = '', ...parts]) => {
            const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseInt(part, 16));
            return [name, [red, green, blue] as const];
          }),
        ),
    );
  if (!light || !dark) throw new Error('There is a rule for each color mode.');
  return [light, dark];
}

describe.each(['#1e40af', '#fd4b2d', '#ffee00', '#000000', '#ffffff', '#808080'])(
  '%s',
  (accent) => {
    const [light, dark] = variablesOf(accent);
    const primary = (mode: Map<string, Color>) => mode.get('--ifm-color-primary') ?? [0, 0, 0];
    const active = (mode: Map<string, Color>) =>
      mode.get('--ifm-menu-color-background-active') ?? [0, 0, 0];

    it('can be read in both modes, on pages and on the current entry of the sidebar', () => {
      expect(contrast(primary(light), [255, 255, 255])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(primary(light), active(light))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(primary(dark), [0x12, 0x16, 0x1c])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(primary(dark), active(dark))).toBeGreaterThanOrEqual(4.5);
    });

    it('has all shades of Infima', () => {
      expect([...light.keys()]).toEqual([...dark.keys()]);
      expect(light.size).toBe(8);
    });
  },
);

it('is kept where it can be read', () => {
  expect(accentStyles('#1e40af')).toContain('html:root {\n  --ifm-color-primary: #1e40af;');
  expect(accentStyles('#9db9ff')).toContain(':root {\n  --ifm-color-primary: #9db9ff;');
});
