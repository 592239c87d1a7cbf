import type { ExampleModel } from '../model/request/media-type.ts';
import { description } from './description.ts';
import { code, fence, text, words } from './text.ts';
import { external, type Twin } from './twin.ts';

/** An example: its name, and its value as it is sent. */
export function exampleBlocks(
  example: ExampleModel,
  twin: Twin,
  isLabelled: boolean,
): readonly string[] {
  const { label, key, value, language, externalUrl, isCut, hasRecords } = example;
  const { say } = twin;
  const isShort = value !== undefined && value !== '' && !/[\n\r]/.test(value) && value.length < 80;
  const name = words((isLabelled || isShort) && text(label), key !== undefined && code(key));
  const hasNone = value === undefined && externalUrl === undefined && !isCut;
  return [
    isShort ? `${name}: ${code(value)}` : name && `${name}:`,
    description(example.description, twin).markdown,
    value === undefined || value === '' || isShort
      ? ''
      : fence(value, language === 'text' ? '' : language),
    value === '' ? say('ref.emptyValue') : '',
    value && hasRecords ? say('ref.records') : '',
    isCut ? say('ref.example.cut') : '',
    hasNone ? say('ref.noValue') : '',
    externalUrl === undefined ? '' : external(externalUrl),
  ].filter(Boolean);
}
