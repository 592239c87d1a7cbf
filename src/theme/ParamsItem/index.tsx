import Example from '@theme/Example';
import Facts from '@theme/Facts';
import Field from '@theme/Field';
import SchemaNested from '@theme/SchemaNested';
import type { ReactNode } from 'react';
import { olderParameter } from '../../client/page/older-pages.ts';
import type { ParameterModel } from '../../model/request/parameter.ts';

export type Props =
  | { readonly parameter: ParameterModel; readonly param?: undefined }
  /** On a page in the older upstream form: the parameter as in the document. */
  | { readonly param: unknown; readonly className?: string; readonly parameter?: undefined };

/** A parameter or a header. */
export default function ParamsItem(props: Props): ReactNode {
  const parameter = props.parameter ?? olderParameter(props.param);
  if (!parameter) return null;
  const { schema, mediaType, serialization, extensions, source } = parameter;
  return (
    <Field
      name={parameter.name}
      anchor={parameter.anchor}
      required={parameter.required}
      deprecated={parameter.deprecated}
      description={parameter.description}
      schema={schema}
      source={source}
    >
      <Facts facts={[...serialization, ...extensions]}>
        {mediaType && <code>{mediaType}</code>}
      </Facts>
      {parameter.examples.map((example) => (
        <Example
          key={example.name}
          example={example}
          isLabelled={parameter.examples.length > 1 || example.key !== undefined}
        />
      ))}
      <SchemaNested schema={schema} depth={1} />
    </Field>
  );
}
