import { objectOf } from './json.ts';
import { headerOf, type Message } from './message.ts';
import type { Operation } from './operations.ts';

/** OpenAPI 3.1 section 4.8.16: a request accepts one of the media types that its answers have. */
export function acceptMistakes(message: Message, { responses }: Operation): string[] {
  const declared = responses.flatMap(({ content }) =>
    Object.entries(objectOf(content)).map(([type]) => type.replace(/\s+/g, '')),
  );
  const accept = headerOf(message, 'accept');
  if (declared.length === 0) {
    return accept === undefined || accept.includes('*/*')
      ? []
      : [`Accept is ${accept}, and no answer has content`];
  }
  const isFine = accept?.split(',').some((one) => declared.includes(one.replace(/\s+/g, '')));
  return isFine ? [] : [`Accept is ${accept}, not one of ${declared.join(', ')}`];
}
