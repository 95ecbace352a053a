import type { Overview } from '../../actions/overview/overview';
import { mappingLines } from './mapping';

export type StepId = 'sessions' | 'tables' | 'practice' | 'payers' | 'clients';
export type StepState = 'done' | 'open' | 'ask' | 'skipped' | 'later';

export interface Step {
  id: StepId;
  title: string;
  state: StepState;
  /** Beside the title: what is done or what is left. */
  words: string;
}

export const STATE_WORDS: Readonly<Record<StepState, string>> = {
  done: 'Done',
  open: 'To do',
  ask: 'Needs an answer',
  skipped: 'Skipped',
  later: 'Later',
};

/** Whether there is nothing yet to work on: no sheet that lists sessions and none of our own. */
export function isFirstRun({ sessions, tables }: Overview): boolean {
  const found = sessions.chosen.length + sessions.rivals.length;
  return found === 0 && !tables.some(({ exists }) => exists);
}

/** The steps of the set-up with what is left of each. A step that was skipped stays so until it is done. */
export function steps(overview: Overview): Step[] {
  const { missing, tables, remembered } = overview;
  const hasTables = tables.every(({ exists }) => exists);
  const needs = (count: number): StepState => (!hasTables ? 'later' : count === 0 ? 'done' : 'open');
  const stops = (findings: { severity: string }[]): number =>
    findings.filter(({ severity }) => severity !== 'NOTE').length;
  const payers = missing.payers.filter((payer) => stops(payer.missing) > 0).length;
  const clients = missing.clients.filter((client) => stops(client.missing) > 0).length;
  const practice = stops(missing.practice);
  const all: Step[] = [
    { id: 'sessions', title: 'Your sessions', ...sessionsStep(overview) },
    {
      id: 'tables',
      title: 'Reference sheets',
      state: hasTables ? 'done' : 'open',
      words: hasTables ? 'All there' : 'Not made yet',
    },
    { id: 'practice', title: 'Your practice', state: needs(practice), words: left(hasTables, practice) },
    { id: 'payers', title: 'Payers', state: needs(payers), words: left(hasTables, payers) },
    { id: 'clients', title: 'Clients', state: needs(clients), words: left(hasTables, clients) },
  ];
  return all.map((step) =>
    step.state !== 'done' && remembered.skipped.includes(step.id) ? { ...step, state: 'skipped' } : step,
  );
}

/** The step to show open: the first that waits for the user. */
export function firstOpen(all: readonly Step[]): StepId | null {
  return all.find(({ state }) => state === 'ask' || state === 'open')?.id ?? null;
}

function sessionsStep({ sessions, remembered }: Overview): Pick<Step, 'state' | 'words'> {
  if (sessions.rivals.length > 0) return { state: 'ask', words: 'Which sheet?' };
  if (sessions.obstacle !== null) return { state: 'ask', words: 'A question' };
  const { questions } = mappingLines(sessions);
  const rows = `${sessions.count.toLocaleString('en-US')} read`;
  if (remembered.columnsConfirmed) return { state: 'done', words: rows };
  return questions.length > 0 ? { state: 'ask', words: 'A question' } : { state: 'open', words: rows };
}

const left = (hasTables: boolean, count: number): string =>
  !hasTables ? 'After the sheets' : count === 0 ? 'Complete' : `${String(count)} to fill in`;
