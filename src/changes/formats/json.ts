import { jsonText } from '../../json/text.ts';
import { countLevels } from '../rules/judge.ts';
import type { ChangeFormat } from './report.ts';

/** A list of reports: both documents, counts by level, and all changes with their verdicts and places. */
export const formatJson: ChangeFormat = (reports) =>
  jsonText(
    reports.map(({ from, to, changes, problems, placeOf }) => ({
      from,
      to,
      counts: {
        ...countLevels(changes),
        accepted: changes.filter(({ accepted }) => accepted !== undefined).length,
      },
      changes: changes.map(({ change, level, verdicts, accepted }) => ({
        level,
        ...(accepted !== undefined && { accepted }),
        verdicts,
        ...change,
        places: {
          ...(change.before && { before: placeOf(change.before, 'before') }),
          ...(change.after && { after: placeOf(change.after, 'after') }),
        },
      })),
      problems,
    })),
    2,
  );
