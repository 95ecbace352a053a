import { cellName } from '../../billing/cell-name';
import type { Answer, CellPlace, Finding } from '../../billing/findings';
import type { Session } from '../../billing/records/session';
import { textHash } from '../../billing/values/text-hash';

/** What is asked about rows that say the same: one question for all of them. */
export interface RowQuestion {
  rule: string;
  key: string;
  /** What the rows say, as the end of "3 rows say …" or "1 row says …". */
  message: (rows: string, isOne: boolean) => string;
  fix: string;
  source: string;
  answers: readonly Omit<Answer, 'key'>[];
  /** The cell that says it. */
  cell: (session: Session) => CellPlace;
}

/** Questions with the rows that wait for their answers. */
export class RowQuestions {
  private readonly byKey = new Map<string, { question: RowQuestion; sessions: Session[] }>();

  ask(question: RowQuestion, session: Session): void {
    const known = this.byKey.get(question.key);
    if (known) known.sessions.push(session);
    else this.byKey.set(question.key, { question, sessions: [session] });
  }

  /** Each question, by its key. */
  asked(): Map<string, Finding> {
    return new Map(
      [...this.byKey].map(([key, { question, sessions }]) => [key, findingOf(question, sessions)]),
    );
  }

  /** Every row that waits, with its question, which all rows of one question share. */
  held(): { session: Session; finding: Finding }[] {
    return [...this.byKey.values()].flatMap(({ question, sessions }) => {
      const finding = findingOf(question, sessions);
      return sessions.map((session) => ({ session, finding }));
    });
  }
}

const CELLS_NAMED = 5;

function findingOf(question: RowQuestion, sessions: readonly Session[]): Finding {
  const places = sessions.map((session) => question.cell(session));
  const named = places.slice(0, CELLS_NAMED).map(cellName).join(', ');
  const more = places.length > CELLS_NAMED ? ` and ${String(places.length - CELLS_NAMED)} more` : '';
  const isOne = sessions.length === 1;
  const [first] = sessions;
  const isOneClient = new Set(sessions.map(({ client }) => client)).size === 1;
  const rows = isOne ? `1 row (${named})` : `${String(sessions.length)} rows (${named}${more})`;
  return {
    rule: question.rule,
    severity: 'STOP',
    place: places[0] ?? null,
    message: question.message(rows, isOne),
    fix: question.fix,
    source: question.source,
    ...(first && isOneClient ? { client: first.client } : {}),
    ...(first && isOne ? { date: first.date } : {}),
    ...(question.answers.length === 0
      ? {}
      : { answers: question.answers.map((answer) => ({ key: question.key, ...answer })) }),
  };
}

/** A key that does not tell what the cell says. */
export function keyOf(about: string, text: string): string {
  return `${about}-${textHash(text.trim().toLowerCase().replace(/\s+/g, ' ')).toString(36)}`;
}
