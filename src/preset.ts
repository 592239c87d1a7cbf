import type { LoadContext, Preset } from '@docusaurus/types';
import { ownFile } from './own-files.ts';
import type { PluginOptions } from './site/install.ts';

/** The plugin and the theme as one entry, after a preset that brings the classic theme. */
export default function preset(_context: LoadContext, options: PluginOptions): Preset {
  return { plugins: [[ownFile('index.ts'), { ...options }]], themes: [ownFile('theme.ts')] };
}
