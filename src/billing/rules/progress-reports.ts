import { addDays, addMonths, earliest, LAST_DAY, type Day } from '../values/day';

/** When a payer wants a progress report: after so many visits or so much time, whichever comes first. */
export interface ReportRhythm {
  visits: number | null;
  days: number | null;
  /** Calendar months, where the rule counts in them. */
  months: number | null;
}

/**
 * The days on which reports fall due, counted from the first visit and then from each report on. `dates` are dates of
 * service, earliest first; a report that falls due by time alone is told up to `until`.
 */
export function progressReportsDue(dates: readonly Day[], rhythm: ReportRhythm, until: Day): Day[] {
  const due: Day[] = [];
  let [from] = dates;
  let visits = 0;
  for (const date of dates) {
    while (from !== undefined && byTime(from, rhythm) < date) {
      from = byTime(from, rhythm);
      visits = 0;
      due.push(from);
    }
    visits += 1;
    if (from !== undefined && (visits === rhythm.visits || date === byTime(from, rhythm))) {
      due.push(date);
      from = date;
      visits = 0;
    }
  }
  if (from !== undefined && byTime(from, rhythm) <= until) due.push(byTime(from, rhythm));
  return due;
}

function byTime(from: Day, { days, months }: ReportRhythm): Day {
  return earliest(
    days === null || days <= 0 ? LAST_DAY : addDays(from, days),
    months === null ? LAST_DAY : addMonths(from, months),
  );
}
