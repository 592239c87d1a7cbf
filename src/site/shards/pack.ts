import { createHash } from 'node:crypto';
import fs from 'node:fs';

/** Size and hash of a file of an artifact. */
export interface FileSum {
  readonly bytes: number;
  readonly sha256: string;
}

/** Where a part is within a pack. */
export type Range = readonly [offset: number, bytes: number];

/** Many small files in one: what engines store and send is slow for a hundred thousand of them. */
export class PackWriter {
  readonly #file: number;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  /** @param file Does not exist yet. */
  constructor(file: string) {
    this.#file = fs.openSync(file, 'wx');
  }

  add(content: Buffer): Range {
    const range = [this.#bytes, content.length] as const;
    for (let written = 0; written < content.length; )
      written += fs.writeSync(this.#file, content, written);
    this.#hash.update(content);
    this.#bytes += content.length;
    return range;
  }

  close(): FileSum {
    fs.closeSync(this.#file);
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

/** Reads the parts of a pack. */
export class PackReader {
  readonly #file: number;

  constructor(file: string) {
    this.#file = fs.openSync(file, 'r');
  }

  read([offset, bytes]: Range): Buffer {
    const content = Buffer.alloc(bytes);
    for (let read = 0; read < bytes; ) {
      const more = fs.readSync(this.#file, content, read, bytes - read, offset + read);
      if (more === 0) throw new Error('A pack ends before one of its parts does.');
      read += more;
    }
    return content;
  }

  close(): void {
    fs.closeSync(this.#file);
  }
}

/** Size and hash of a file, whatever its size. */
export async function sumOf(file: string): Promise<FileSum> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of fs.createReadStream(file)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
