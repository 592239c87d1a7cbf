import zlib from 'node:zlib';

/** A font of a package, as much of it as laying out a few lines of text needs. */
export interface Font {
  readonly family: string;
  /** TrueType or OpenType, unpacked. */
  readonly data: Buffer;
  /** Width of a character where a line is 1 high; undefined where the font has none for it. */
  widthOf(character: string): number | undefined;
}

interface Table {
  readonly tag: string;
  readonly checksum: number;
  readonly data: Buffer;
}

/**
 * Reads a WOFF file (https://www.w3.org/TR/WOFF/): tables of a font, each packed with zlib. Packages of
 * fonts bring this form for browsers, and seldom the one that drawing libraries read.
 *
 * @param family The name that the font gets: packages have a file for each script, all of the same name.
 */
export function readWoff(file: Buffer, family: string): Font {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF file');
  const tables = Array.from({ length: file.readUInt16BE(12) }, (_, index): Table => {
    const at = 44 + index * 20;
    const [offset, packed, size, checksum] = [4, 8, 12, 16].map((by) => file.readUInt32BE(at + by));
    const bytes = file.subarray(offset, (offset ?? 0) + (packed ?? 0));
    return {
      tag: file.toString('latin1', at, at + 4),
      checksum: checksum ?? 0,
      data: packed === size ? bytes : zlib.inflateSync(bytes),
    };
  });
  const table = (tag: string): Buffer => {
    const found = tables.find((one) => one.tag === tag);
    if (!found) throw new Error(`The font has no table ${tag}`);
    return found.data;
  };
  const glyphs = readCharacters(table('cmap'));
  const metrics = table('hmtx');
  const unitsPerEm = table('head').readUInt16BE(18);
  const last = table('hhea').readUInt16BE(34) - 1;
  const named = tables.map((one) => (one.tag === 'name' ? { ...one, data: names(family) } : one));
  return {
    family,
    data: unpacked(file.readUInt32BE(4), named),
    widthOf: (character) => {
      const glyph = glyphs.get(character.codePointAt(0) ?? 0);
      if (glyph === undefined) return undefined;
      // Glyphs beyond the last one with a width of its own have that one's.
      return metrics.readUInt16BE(Math.min(glyph, last) * 4) / unitsPerEm;
    },
  };
}

/** A table of names with the two that readers of fonts ask for: of the family, and for PostScript. */
function names(family: string): Buffer {
  const text = Buffer.from(family, 'utf16le').swap16();
  const ids = [1, 6];
  const head = [0, ids.length, 6 + ids.length * 12];
  // For Windows, in Unicode, in English; both names are the same text.
  const records = ids.flatMap((id) => [3, 1, 0x409, id, text.length, 0]);
  const table = Buffer.alloc(head.at(-1) ?? 0);
  for (const [at, value] of [...head, ...records].entries()) table.writeUInt16BE(value, at * 2);
  return Buffer.concat([table, text]);
}

/** The file that was packed: a head, a list of the tables, and the tables, each filled up to 4 bytes. */
function unpacked(flavor: number, tables: readonly Table[]): Buffer {
  const head = Buffer.alloc(12 + tables.length * 16);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  head.writeUInt32BE(flavor, 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((tables.length - power) * 16, 10);
  const parts = [head];
  let offset = head.length;
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const at = 12 + index * 16;
    head.write(tag, at, 'latin1');
    head.writeUInt32BE(checksum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    const filled = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(filled);
    parts.push(filled);
    offset += filled.length;
  }
  return Buffer.concat(parts);
}

/** Code points to glyphs: the font's table of the Basic Multilingual Plane (format 4). */
function readCharacters(cmap: Buffer): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(4 + index * 8 + 4),
  );
  const start = offsets.find((offset) => cmap.readUInt16BE(offset) === 4);
  if (start === undefined) throw new Error('The font has no table of characters that is known');
  const size = cmap.readUInt16BE(start + 6);
  // Four lists of that size: last characters, first ones, differences, and offsets into a fifth.
  const [ends, starts] = [start + 14, start + 16 + size];
  for (let at = 0; at < size; at += 2) {
    const end = cmap.readUInt16BE(ends + at);
    const delta = cmap.readUInt16BE(starts + size + at);
    const place = starts + 2 * size + at;
    const shift = cmap.readUInt16BE(place);
    for (let code = cmap.readUInt16BE(starts + at); code <= end && code < 0xffff; code++) {
      const found =
        shift === 0
          ? code
          : cmap.readUInt16BE(place + shift + 2 * (code - cmap.readUInt16BE(starts + at)));
      const glyph = found === 0 && shift !== 0 ? 0 : (found + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}
