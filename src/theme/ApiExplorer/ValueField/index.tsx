import { translate } from '@docusaurus/Translate';
import FormItem from '@theme/ApiExplorer/FormItem';
import ValueGroup from '@theme/ApiExplorer/ValueGroup';
import ValueList from '@theme/ApiExplorer/ValueList';
import ValueObject from '@theme/ApiExplorer/ValueObject';
import ValueVariants from '@theme/ApiExplorer/ValueVariants';
import { type ReactNode, useState } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { useValueError } from '../../../client/console/value-errors.tsx';
import { jsonText } from '../../../json/text.ts';
import { wordAt } from '../../../model/request/body-start.ts';
import {
  type Control,
  givenValue,
  hintOf,
  type Input,
  inputOf,
} from '../../../model/request/control.ts';
import { type ValueForm, valueForm } from '../../../model/request/value-form.ts';

/** A value of a JSON body, and where it is. */
export interface Props {
  readonly schema: unknown;
  /** Undefined if there is none. */
  readonly value: unknown;
  /** Its name in the object, or its number in the list, around it. Empty for the body itself. */
  readonly name: string;
  readonly path: readonly (string | number)[];
  readonly required: boolean;
  readonly deprecated: boolean;
  /** Undefined removes the value. */
  readonly onChange: (value: unknown) => void;
  /** Set for an item of a list, which always has a value. */
  readonly isItem?: boolean;
  /** Set if a schema that the reader has chosen is inside of the group for the choice. */
  readonly isInside?: boolean;
}

/** The fields of a value. */
export default function ValueField(props: Props): ReactNode {
  const { schema, value, isInside } = props;
  const { form } = useConsole();
  const { nullable, ...shown } = valueForm(schema, value, form.context);
  const inner = partsOf(shown, props);
  if (shown.kind === 'control')
    return <Scalar {...props} control={shown.control} nullable={nullable} />;
  if (isInside) return inner;
  return (
    <ValueGroup {...props} nullable={nullable}>
      {inner}
    </ValueGroup>
  );
}

function partsOf(form: ValueForm, props: Props): ReactNode {
  switch (form.kind) {
    case 'object':
      return <ValueObject {...props} members={form.members} others={form.others} />;
    case 'list':
      return <ValueList {...props} itemOf={form.itemOf} />;
    case 'variants':
      return <ValueVariants {...props} variants={form.variants} chosen={form.chosen} />;
    default:
      return null;
  }
}

interface ScalarProps extends Props {
  readonly control: Control;
  readonly nullable: boolean;
}

/** What empty controls of required values mean; without one of these, the value is missing. */
const EMPTY: Readonly<Partial<Record<Control['kind'], unknown>>> = {
  text: '',
  password: '',
  choices: [],
};

/** A value in a single control. */
function Scalar({ control, nullable, schema, value, ...props }: ScalarProps): ReactNode {
  const { form, values } = useConsole();
  const body = form.bodies[Number(values.bodyType)];
  const word = body && wordAt(body.start, props.path);
  const error = useValueError(props.path);
  const [draft, setDraft] = useState<Input>();
  const isNull = value === null && control.kind !== 'choice' && control.kind !== 'json';
  // What is being typed may look different from the value that it means.
  const isDraft = draft !== undefined && jsonText(givenValue(draft, control)) === jsonText(value);
  const change = (input: Input): void => {
    const given = givenValue(input, control);
    setDraft(input);
    props.onChange(given === undefined && props.required ? EMPTY[control.kind] : given);
  };
  return (
    <FormItem
      entry={{
        ...props,
        required: props.required && !props.isItem,
        name: props.name || translate({ id: 'ref.try.content', message: 'Content' }),
        control,
        placeholder: isNull ? 'null' : hintOf(schema, form.context, word),
      }}
      input={isDraft ? draft : inputOf(isNull ? undefined : value, control)}
      onChange={change}
      error={error}
    >
      {(nullable || isNull) && control.kind !== 'json' && (
        <NullSwitch
          isNull={value === null}
          onChange={(toNull) => props.onChange(toNull ? null : undefined)}
        />
      )}
    </FormItem>
  );
}

interface NullProps {
  readonly isNull: boolean;
  readonly onChange: (isNull: boolean) => void;
}

/** Makes a value null. */
function NullSwitch({ isNull, onChange }: NullProps): ReactNode {
  return (
    <label className="ref-try-null">
      <input type="checkbox" checked={isNull} onChange={({ target }) => onChange(target.checked)} />{' '}
      <code>null</code>
    </label>
  );
}
