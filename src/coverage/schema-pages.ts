import { cached } from '../json/cached.ts';
import type { ReadPage } from './region.ts';
import type { PageReader, SitePage } from './site.ts';

/** The pages of schemas, and which of them a page links to. */
export class SchemaPages {
  readonly #byName = new Map<string, SitePage>();
  readonly #byAddress = new Map<string, SitePage>();
  readonly #reader: PageReader;
  readonly #reached = new WeakMap<ReadPage, ReadonlySet<SitePage>>();
  readonly #read = new Map<SitePage, ReadPage>();

  constructor(pages: readonly SitePage[], reader: PageReader) {
    this.#reader = reader;
    for (const page of pages) {
      if (page.info.kind !== 'schema') continue;
      this.#byName.set(page.info.name ?? '', page);
      this.#byAddress.set(page.address, page);
    }
  }

  address(name: string): string | undefined {
    return this.#byName.get(name)?.address;
  }

  read(page: SitePage): ReadPage {
    return cached(this.#read, page, () => ({ page, tree: this.#reader.read(page, true) }));
  }

  /** The page of a schema, if a page links to it directly or through pages of other schemas. */
  from(on: ReadPage, name: string): ReadPage | undefined {
    const page = this.#byName.get(name);
    if (!page || !this.#reachedFrom(on).has(page)) return undefined;
    return this.read(page);
  }

  #reachedFrom(on: ReadPage): ReadonlySet<SitePage> {
    return cached(this.#reached, on, () => {
      const reached = new Set<SitePage>(this.#linked(on));
      // The loop also visits what is added meanwhile.
      for (const page of reached)
        for (const next of this.#linked(this.read(page))) reached.add(next);
      return reached;
    });
  }

  #linked({ tree }: ReadPage): SitePage[] {
    return [...tree.addresses].flatMap((address) => this.#byAddress.get(address) ?? []);
  }
}
