import { currentTables } from '../codes/editions/current';
import { usDate, type Day } from '../values/day';
import { checkCodes, daysOfAnswer, type CodesToCheck } from './check-codes';
import type { Days } from './days-alike';

/** What is asked, whatever the day. */
export type VisitOfCodes = Omit<CodesToCheck, 'date' | 'today'>;

/** Different visits that are kept; a year of a large practice has fewer. */
const MOST_VISITS = 5_000;
/** Answers of a visit that name their date. */
const MOST_ANSWERS = 1_000;

/**
 * Answers to CHECK_CODES under one state of the practice's tables: worked out once for each visit and each span of days
 * on which the rules say the same.
 */
export class SharedAnswers {
  /** How often the rules were asked. */
  worked = 0;
  private visits = new Map<string, VisitAnswers>();
  private tables = currentTables();

  /** The answers to a visit by a text that tells it from all others; `read` makes the visit when it is not known. */
  of(key: string, read: () => VisitOfCodes): VisitAnswers {
    const { diagnoses, pairs } = currentTables();
    if (
      diagnoses !== this.tables.diagnoses ||
      pairs !== this.tables.pairs ||
      this.visits.size >= MOST_VISITS
    ) {
      this.tables = { diagnoses, pairs };
      this.visits = new Map();
    }
    const known = this.visits.get(key);
    if (known) return known;
    const made = new VisitAnswers(read(), () => (this.worked += 1));
    this.visits.set(key, made);
    return made;
  }
}

class VisitAnswers {
  private answers: (Days & { answer: string })[] = [];
  private undated: { today: Day; answer: string } | null = null;

  constructor(
    private readonly visit: VisitOfCodes,
    private readonly count: () => void,
  ) {}

  on(date: Day, today: Day): string {
    for (const { from, to, answer } of this.answers) if (from <= date && date <= to) return answer;
    const asked = { ...this.visit, date, today };
    const answer = this.work(asked);
    const days = answer.includes(usDate(date)) ? { from: date, to: date } : daysOfAnswer(asked, date);
    if (this.answers.length >= MOST_ANSWERS) this.answers = [];
    this.answers.push({ ...days, answer });
    return answer;
  }

  withoutDate(today: Day): string {
    if (this.undated?.today !== today)
      this.undated = { today, answer: this.work({ ...this.visit, date: null, today }) };
    return this.undated.answer;
  }

  private work(asked: CodesToCheck): string {
    this.count();
    return checkCodes(asked);
  }
}
