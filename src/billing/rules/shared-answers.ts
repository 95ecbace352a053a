import { currentTables } from '../codes/editions/current';
import { usDate, type Day } from '../values/day';
import { checkCodes, daysOfAnswer, type CodesToCheck } from './check-codes';
import type { Days } from './days-alike';

/** What is asked, whatever the day. */
export type VisitOfCodes = Omit<CodesToCheck, 'date' | 'today'>;

/** Different visits that are kept; a year of a large practice has fewer. */
const MAX_VISITS = 5_000;
/** Answers of a visit that name their date. */
const MAX_ANSWERS = 1_000;

/**
 * Answers to CHECK_CODES under one state of the practice's tables: worked out once for each visit and each span of days
 * on which the rules say the same.
 */
export class SharedAnswers {
  /** How often the rules were asked. */
  worked = 0;
  private visits = new Map<string, VisitAnswers>();
  private tables = currentTables();

  /** The answers to a visit, by a text that tells it from all others; null where it was not asked about yet. */
  known(key: string): VisitAnswers | null {
    const { diagnoses, pairs } = currentTables();
    if (diagnoses !== this.tables.diagnoses || pairs !== this.tables.pairs) {
      this.tables = { diagnoses, pairs };
      this.visits = new Map();
    }
    return this.visits.get(key) ?? null;
  }

  add(key: string, visit: VisitOfCodes): VisitAnswers {
    if (this.visits.size >= MAX_VISITS) this.visits = new Map();
    const made = new VisitAnswers(visit, () => (this.worked += 1));
    this.visits.set(key, made);
    return made;
  }
}

class VisitAnswers {
  private readonly spans: (Days & { answer: string })[] = [];
  /** Answers that name their date. */
  private named = new Map<Day, string>();
  private undated: { today: Day; answer: string } | null = null;

  constructor(
    private readonly visit: VisitOfCodes,
    private readonly count: () => void,
  ) {}

  on(date: Day, today: Day): string {
    for (const { from, to, answer } of this.spans) if (from <= date && date <= to) return answer;
    const known = this.named.get(date);
    if (known !== undefined) return known;
    const asked = { ...this.visit, date, today };
    const answer = this.work(asked);
    if (answer.includes(usDate(date))) {
      if (this.named.size >= MAX_ANSWERS) this.named = new Map();
      this.named.set(date, answer);
    } else this.spans.push({ ...daysOfAnswer(asked, date), answer });
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
