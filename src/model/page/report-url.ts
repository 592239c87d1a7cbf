import { encode } from '../request/parameter-value.ts';

/** What a report is about. */
export interface Report {
  readonly title: string;
  /** Method and path of an operation; otherwise the name of what the page shows. */
  readonly operation: string;
  /** Address of the page. */
  readonly page: string;
}

/** The names that may be in braces. */
export const REPORT_PLACES: readonly (keyof Report)[] = ['title', 'operation', 'page'];

/**
 * Fills in the URL for reports. Values are percent-encoded, and options only allow them in the query: nothing that a
 * document says changes where the link leads.
 */
export function reportUrl(template: string, report: Report): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const known = REPORT_PLACES.find((one) => one === name);
    return known ? encode(report[known]) : place;
  });
}
