import { API_TABLE } from '../../address/files.ts';
import { generatedData } from './server-data.ts';
import type { ApiTable } from './site-data.ts';

/** In static rendering: the table of APIs, read from disk once. */
export default function useApiTable(): ApiTable {
  return generatedData(API_TABLE) as ApiTable;
}
