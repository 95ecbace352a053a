import type { Letterhead } from '../../billing/documents/letterhead';
import { outcomesByVisit, type OutcomeAtVisit, type OutcomeTrend } from '../../billing/documents/progress';
import type { ProgressSection } from '../../billing/documents/progress-sections';
import { outcomeText } from '../../billing/documents/read-outcome';
import { orderedWords, type VisitsOrdered } from '../../billing/documents/visits-ordered';
import { usDate, type Day } from '../../billing/values/day';
import type { Report, ReportColumn, ReportCell, ReportRow, ReportTable } from '../report/report';
import { knownFacts, letterTop, place, plain, quiet, span } from './letter-blocks';

export interface ProgressPage {
  from: Letterhead;
  /** The referring provider, a line each. */
  to: string[];
  writtenOn: Day;
  patient: string;
  birthDate: Day | null;
  diagnoses: string[];
  accidentDate: Day | null;
  claimNumber: string | null;
  firstVisit: Day;
  lastVisit: Day;
  visits: number;
  ordered: VisitsOrdered[];
  /** `97124 Massage`, of the visits reported on. */
  services: string[];
  outcomes: OutcomeAtVisit[];
  trends: OutcomeTrend[];
  sections: ProgressSection[];
  signedBy: string;
}

/** Columns of the grid; tables take whole ones. */
const GRID = 12;
/** Beside the date, so many measures stand in one table. */
const MEASURES_A_TABLE = 5;

/** A report to the referring provider: what was measured, and places for what only the therapist can say. */
export function progressReport(page: ProgressPage): Report {
  return {
    orientation: 'Portrait',
    columnWidths: Array.from({ length: GRID }, () => 45),
    blocks: [
      ...letterTop(page.from, 'Progress report', usDate(page.writtenOn)),
      { kind: 'lines', lines: page.to },
      { kind: 'space' },
      { kind: 'facts', across: 2, facts: factsOf(page) },
      { kind: 'heading', text: 'Visits' },
      plain(visitWords(page)),
      ...page.ordered.map((row) => plain(`Given so far: ${orderedWords(row)}.`)),
      { kind: 'heading', text: 'Measured' },
      trendTable(page.trends),
      ...measureNotes(page.trends),
      { kind: 'heading', text: 'Visit by visit' },
      ...visitTables(page),
      ...page.sections.flatMap((section): Report['blocks'] => [
        { kind: 'heading', text: section.heading },
        place(section.place),
      ]),
      { kind: 'signature', label: page.signedBy === '' ? 'Signature' : page.signedBy },
    ],
  };
}

function factsOf(page: ProgressPage) {
  const day = (value: Day | null) => (value === null ? null : { day: value });
  return knownFacts([
    ['Patient', page.patient],
    ['Date of birth', day(page.birthDate)],
    ['Diagnoses', page.diagnoses.join(', ')],
    ['Date of accident', day(page.accidentDate)],
    ['Claim number', page.claimNumber],
  ]);
}

function visitWords({ visits, firstVisit, lastVisit, services }: ProgressPage): string {
  const many = visits === 1 ? '1 visit' : `${String(visits)} visits`;
  const what = services.length === 0 ? '' : ` Services: ${services.join(', ')}.`;
  return `${many} ${span(firstVisit, lastVisit)}.${what}`;
}

/** One line for the columns of each measure, with the unit where the values do not show it. */
function measureNotes(trends: readonly OutcomeTrend[]): Report['blocks'] {
  return [...new Set(trends.map(({ measure }) => measure))].map((measure) => {
    const own = trends.filter((trend) => trend.measure === measure);
    const unit = own.some(({ first, last }) => first.value.of === null || last.value.of === null)
      ? `, ${measure.unit}`
      : '';
    const columns = own.map(({ column }) => column).join(', ');
    return quiet(`${columns}: ${measure.name}${unit}; ${betterWords(measure.better)}.`);
  });
}

function betterWords(better: 'lower' | 'higher'): string {
  return better === 'lower' ? 'lower is better' : 'higher is better';
}

function trendTable(trends: readonly OutcomeTrend[]): ReportTable {
  return {
    kind: 'table',
    columns: [
      { header: 'Measure', span: 3, holds: 'text' },
      { header: 'First', span: 1, holds: 'text' },
      { header: 'On', span: 2, holds: 'date' },
      { header: 'Last', span: 1, holds: 'text' },
      { header: 'On', span: 2, holds: 'date' },
      { header: 'Change', span: 3, holds: 'text' },
    ],
    rows: trends.map((trend) => ({
      cells: [
        trend.column,
        outcomeText(trend.first.value),
        trend.first.date,
        outcomeText(trend.last.value),
        trend.last.date,
        changeWords(trend),
      ],
    })),
  };
}

/** `-4 (better)`. */
function changeWords({ change, verdict, first, last }: OutcomeTrend): string {
  if (change === null) return first.date === last.date ? 'measured once' : 'different scales';
  return `${change > 0 ? '+' : ''}${String(change)} (${verdict ?? ''})`;
}

function visitTables({ outcomes, trends }: ProgressPage): ReportTable[] {
  const visits = outcomesByVisit(outcomes);
  const tables: ReportTable[] = [];
  for (let from = 0; from < trends.length; from += MEASURES_A_TABLE) {
    const columns = trends.slice(from, from + MEASURES_A_TABLE).map(({ column }) => column);
    const isFull = columns.length === MEASURES_A_TABLE;
    const blank: ReportColumn[] = isFull ? [] : [{ header: '', span: 'rest', holds: 'text' }];
    const rows = visits.flatMap(({ date, values }): ReportRow[] => {
      const cells = columns.map((column): ReportCell => {
        const value = values.get(column);
        return value === undefined ? null : outcomeText(value);
      });
      return cells.every((cell) => cell === null)
        ? []
        : [{ cells: [date, ...cells, ...blank.map(() => null)] }];
    });
    tables.push({
      kind: 'table',
      columns: [
        { header: 'Date', span: 2, holds: 'date' },
        ...columns.map((header) => ({ header, span: 2, holds: 'text' as const })),
        ...blank,
      ],
      rows,
    });
  }
  return tables;
}
