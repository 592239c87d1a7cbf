import type { WriteStream } from 'node:tty';
import pc from 'picocolors';

/**
 * Colors for a stream: none if it is not a terminal or `NO_COLOR` is set, unless `FORCE_COLOR` asks for them
 * (https://no-color.org, https://force-color.org).
 */
export function colorsFor(stream: Pick<WriteStream, 'isTTY'>): ReturnType<typeof pc.createColors> {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  return pc.createColors(FORCE_COLOR ? FORCE_COLOR !== '0' : !NO_COLOR && stream.isTTY === true);
}
