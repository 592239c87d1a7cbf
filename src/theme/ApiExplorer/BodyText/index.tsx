import { translate } from '@docusaurus/Translate';
import ValueEditor from '@theme/ApiExplorer/ValueEditor';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { checkJson, formValue, type Mistake } from '../../../client/console/body-check.ts';
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
  const { form, values, changeBody, isTried } = useConsole();
  const id = useId();
  const text = values.bodies[index]?.text ?? '';
  const isJson = body.notation === 'json';
  const { schema } = body.media;
  const asForm = useMemo(
    () => (isJson && schema !== undefined ? formValue(text) : undefined),
    [isJson, schema, text],
  );
  const [wantsForm, setWantsForm] = useState(true);
  const isForm = asForm !== undefined && wantsForm;
  const mistakes = useMemo(
    () => (isJson && (isTried || text.trim() !== '') ? checkJson(text, schema, form.context) : []),
    [isJson, isTried, text, schema, form],
  );
  const write = (value: string): void => changeBody(index, { text: value });
  return (
    <div className="ref-try-body">
      <div className="ref-title">
        {isForm ? <span /> : <label htmlFor={id}>{contentLabel()}</label>}
        <span className="ref-try-tools">
          {isJson && schema !== undefined && (
            <Modes isForm={isForm} canForm={asForm !== undefined} onChange={setWantsForm} />
          )}
          <Examples body={body} onChoose={write} />
          {isJson && !isForm && (
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
      {isForm ? (
        <ValueEditor schema={schema} value={asForm.value} onChange={write} />
      ) : (
        <>
          <textarea
            id={id}
            rows={6}
            spellCheck={false}
            autoComplete="off"
            aria-invalid={mistakes.length > 0 || undefined}
            aria-describedby={`${id}-mistakes`}
            value={text}
            onChange={({ target }) => {
              // What becomes valid while it is typed stays a text.
              setWantsForm(false);
              write(target.value);
            }}
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
        </>
      )}
    </div>
  );
}

const contentLabel = (): string => translate({ id: 'ref.try.content', message: 'Content' });

interface ModesProps {
  readonly isForm: boolean;
  /** Whether a form can show the text. */
  readonly canForm: boolean;
  readonly onChange: (isForm: boolean) => void;
}

/** Whether the body is edited as a form or as text. */
function Modes({ isForm, canForm, onChange }: ModesProps): ReactNode {
  const name = useId();
  const mode = (label: string, isThis: boolean): ReactNode => (
    <label>
      <input
        type="radio"
        name={name}
        checked={isForm === isThis}
        disabled={isThis && !canForm}
        onChange={() => onChange(isThis)}
      />{' '}
      {label}
    </label>
  );
  return (
    <span
      role="radiogroup"
      className="ref-try-modes"
      aria-label={translate({ id: 'ref.try.editAs', message: 'Edit as' })}
      title={
        canForm
          ? undefined
          : translate({
              id: 'ref.try.noForm',
              message: 'Only valid JSON without duplicate names can be shown as a form',
            })
      }
    >
      {mode(translate({ id: 'ref.try.asForm', message: 'Form' }), true)}
      {mode('JSON', false)}
    </span>
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
