import type { LoadContext, Preset } from '@docusaurus/types';
import type { PluginOptions } from './index.ts';
import { ownFile } from './own-files.ts';

/** The plugin and the theme as one entry, after a preset that brings the classic theme. */
export default function preset(_context: LoadContext, options: PluginOptions = {}): Preset {
  return { plugins: [[ownFile('index.ts'), options]], themes: [ownFile('theme.ts')] };
}
