import ApiTabs from '@theme/ApiTabs';
import ResponseBody from '@theme/ResponseBody';
import TabItem from '@theme/TabItem';
import type { ReactNode } from 'react';
import type { ResponseModel } from '../../model/page/response.ts';
import styles from './styles.module.css';

export interface Props {
  readonly responses: readonly ResponseModel[];
}

/** A tab for each status, with its color beside the number. The first success is open. */
export default function Responses({ responses }: Props): ReactNode {
  const success = responses.find(({ tone }) => tone === 'success');
  return (
    <ApiTabs>
      {responses.map((response) => (
        <TabItem
          key={response.status}
          value={response.status}
          default={response === success}
          className={styles[response.tone]}
          attributes={{ id: response.anchor }}
        >
          <ResponseBody response={response} />
        </TabItem>
      ))}
    </ApiTabs>
  );
}
