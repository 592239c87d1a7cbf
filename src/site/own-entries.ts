import type { Config } from '@docusaurus/types';
import type { PluginOptions } from './install.ts';

type Entries = Pick<Config, 'plugins' | 'presets' | 'themes'>;

/** Whether an entry of a configuration is the plugin: the name of the package, or a path to its file. */
export const isPluginName = named('', 'index');

const isPresetName = named('/preset', 'preset');
const isSearchName = named('/search', 'search');

/** The options of all instances of the plugin, those of our preset included, in the order of the configuration. */
export function pluginOptionsIn({ plugins = [], presets = [] }: Entries): PluginOptions[] {
  const optionsOf = (entries: readonly unknown[], isOwn: (name: unknown) => boolean) =>
    entries.flatMap((entry) => {
      const [name, options = {}] = [entry].flat() as [unknown, PluginOptions?];
      return isOwn(name) ? [options] : [];
    });
  return [...optionsOf(presets, isPresetName), ...optionsOf(plugins, isPluginName)];
}

/** The plugins and presets of a configuration, with an option added to each instance of the plugin. */
export function withOption(
  entries: Entries,
  option: PluginOptions,
): Required<Pick<Config, 'plugins' | 'presets'>> {
  return withOptions(entries, (options) => ({ ...options, ...option }));
}

/** The same, without the lists of APIs. */
export function withoutApis(entries: Entries): Required<Pick<Config, 'plugins' | 'presets'>> {
  return withOptions(entries, (options) => {
    const { apis: _, config: __, ...others } = options ?? {};
    return others;
  });
}

function withOptions(
  { plugins = [], presets = [] }: Entries,
  change: (options: PluginOptions | undefined) => PluginOptions,
): Required<Pick<Config, 'plugins' | 'presets'>> {
  const extend =
    (isOwn: (name: unknown) => boolean) =>
    <Entry>(entry: Entry) => {
      const [name, options] = [entry].flat() as [unknown, PluginOptions?];
      return isOwn(name) ? ([name, change(options)] as Entry) : entry;
    };
  return { plugins: plugins.map(extend(isPluginName)), presets: presets.map(extend(isPresetName)) };
}

/** Whether a configuration lists our search among its themes. */
export function hasSearch({ themes = [] }: Entries): boolean {
  return themes.some((theme) => isSearchName([theme].flat()[0]));
}

/**
 * @param entry In the `exports` of the package, after its name.
 * @param file In `dist`, without an extension.
 */
function named(entry: string, file: string): (name: unknown) => name is string {
  const pattern = new RegExp(
    `(?:^|[\\\\/])docusaurus-openapi-reference(?:${entry}|[\\\\/]dist[\\\\/]${file}\\.js)$`,
  );
  return (name): name is string => typeof name === 'string' && pattern.test(name);
}
