import { translate } from '@docusaurus/Translate';
import type { Props as FieldProps } from '@theme/ApiExplorer/ValueField';
import RequiredMark from '@theme/RequiredMark';
import { type ReactNode, useId, useRef } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { useNextFocus } from '../../../client/console/use-next-focus.ts';
import { useValueError } from '../../../client/console/value-errors.tsx';
import { addedValue } from '../../../model/request/value-form.ts';

export interface Props extends FieldProps {
  readonly nullable: boolean;
  readonly children: ReactNode;
}

const INSIDE = ':scope > div :is(input, select, textarea)';

/** An object, a list or a choice inside of a body, which can be added, removed and set to null. */
export default function ValueGroup(props: Props): ReactNode {
  const { schema, value, name, path, required, isItem, deprecated, nullable, onChange } = props;
  const { form } = useConsole();
  const error = useValueError(path);
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  // The pressed button has disappeared. What was added is what the reader fills in next.
  const moveFocus = useNextFocus(() => {
    const { current } = group;
    return current?.querySelector<HTMLElement>(INSIDE) ?? current?.querySelector('button');
  });
  if (path.length === 0)
    return (
      <>
        {error && (
          <p className="ref-try-error">
            {translate({ id: 'ref.try.body', message: 'Request body' })} {error}
          </p>
        )}
        {props.children}
      </>
    );
  const isThere = value !== undefined && value !== null;
  const press = (next: unknown) => (): void => {
    moveFocus();
    onChange(next);
  };
  const button = (label: string, next: () => unknown): ReactNode => (
    <button
      type="button"
      className="ref-button"
      aria-describedby={`${id}-name`}
      onClick={() => press(next())()}
    >
      {label}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot have buttons beside it.
    <div ref={group} role="group" aria-labelledby={`${id}-name`} className="ref-try-group">
      <p className="ref-try-tools">
        <span id={`${id}-name`}>
          <code>{name}</code> <RequiredMark required={required && !isItem} />
          {deprecated && (
            <small> {translate({ id: 'ref.deprecated', message: 'deprecated' })}</small>
          )}
        </span>
        {value === null && <code>null</code>}
        {!isThere &&
          button(translate({ id: 'ref.try.add', message: 'Add' }), () =>
            addedValue(schema, name, form.context),
          )}
        {value !== null &&
          nullable &&
          button(translate({ id: 'ref.try.setNull', message: 'Set to null' }), () => null)}
        {value !== undefined &&
          !required &&
          button(translate({ id: 'ref.try.remove', message: 'Remove' }), () => undefined)}
      </p>
      {error && (
        <p className="ref-try-error">
          {name} {error}
        </p>
      )}
      {isThere && <div>{props.children}</div>}
    </div>
  );
}
