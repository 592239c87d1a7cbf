import { translate } from '@docusaurus/Translate';
import { type ReactNode, useId, useMemo } from 'react';
import { checkJson, type Mistake } from '../../../client/console/body-check.ts';
import { useConsole } from '../../../client/console/console-context.tsx';
import { jsonText, parseJson } from '../../../json/text.ts';
import type { BodyForm } from '../../../model/request/request-form.ts';

export interface Props {
  readonly body: BodyForm;
  /** Of the media type. */
  readonly index: number;
}

/** A text body, initially an example; JSON is checked against its schema while it is typed. */
export default function BodyText({ body, index }: Props): ReactNode {
  const { form, fields, values } = useConsole();
  const id = useId();
  const text = values.bodies[index]?.text ?? '';
  const isJson = body.notation === 'json';
  const mistakes = useMemo(
    () => (isJson && text.trim() !== '' ? checkJson(text, body.media.schema, form.context) : []),
    [isJson, text, body, form],
  );
  const write = (value: string): void =>
    fields.setValue(`bodies.${index}.text`, value, { shouldDirty: true });
  return (
    <div className="ref-try-body">
      <div className="ref-title">
        <label htmlFor={id}>{translate({ id: 'ref.try.content', message: 'Content' })}</label>
        <span className="ref-try-tools">
          <Examples body={body} onChoose={write} />
          {isJson && (
            <button
              type="button"
              className="ref-button"
              disabled={mistakes[0]?.isSyntax === true || text.trim() === ''}
              onClick={() => write(jsonText(parseJson(text), 2))}
            >
              {translate({ id: 'ref.try.layOut', message: 'Prettify' })}
            </button>
          )}
        </span>
      </div>
      <textarea
        id={id}
        rows={6}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={mistakes.length > 0 || undefined}
        aria-describedby={`${id}-mistakes`}
        {...fields.register(`bodies.${index}.text`)}
      />
      {body.kind === 'pairs' && (
        <small>
          {translate({
            id: 'ref.try.pairs',
            message: 'One field per line: name=value',
          })}
        </small>
      )}
      <Mistakes id={`${id}-mistakes`} textId={id} mistakes={mistakes} />
    </div>
  );
}

interface ExamplesProps {
  readonly body: BodyForm;
  readonly onChoose: (text: string) => void;
}

/** Inserts an example of the document, or the one generated from the schema. */
function Examples({ body: { examples }, onChoose }: ExamplesProps): ReactNode {
  const [first] = examples;
  if (!first) return null;
  if (examples.length === 1)
    return (
      <button type="button" className="ref-button" onClick={() => onChoose(first.value ?? '')}>
        {translate({ id: 'ref.try.example', message: 'Insert example' })}
      </button>
    );
  return (
    <select
      aria-label={translate({ id: 'ref.try.example', message: 'Insert example' })}
      onChange={({ target }) => onChoose(examples[Number(target.value)]?.value ?? '')}
    >
      {examples.map(({ name, label }, index) => (
        <option key={name} value={index}>
          {label}
        </option>
      ))}
    </select>
  );
}

interface MistakesProps {
  readonly id: string;
  readonly textId: string;
  readonly mistakes: readonly Mistake[];
}

/** The errors, each a button that jumps to its place. */
function Mistakes({ id, textId, mistakes }: MistakesProps): ReactNode {
  const show = ({ offset, length }: Mistake): void => {
    const area = document.getElementById(textId);
    if (!(area instanceof HTMLTextAreaElement)) return;
    area.focus();
    area.setSelectionRange(offset, offset + length);
  };
  return (
    <ul id={id} className="ref-try-mistakes" aria-live="polite">
      {mistakes.map((mistake) => (
        <li key={`${mistake.offset} ${mistake.message}`}>
          <button type="button" onClick={() => show(mistake)}>
            {translate({ id: 'ref.try.line', message: 'Line {line}:' }, { line: mistake.line })}
          </button>{' '}
          {mistake.message}
        </li>
      ))}
    </ul>
  );
}
