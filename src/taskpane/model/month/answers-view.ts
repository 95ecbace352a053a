import type { AnsweredClaim, AnswersReport } from '../../../actions/answers/prepare-answers';
import type { Finding } from '../../../billing/findings';
import { usDate } from '../../../billing/values/day';
import type { Previewed } from '../../office/month-actions';
import { counted } from '../words';

/** Answers to claims before they are kept, ready to show. */
export interface AnswersView {
  groups: { verdict: AnsweredClaim['verdict']; title: string; claims: AnswerItem[] }[];
  findings: readonly Finding[];
  /** Words of the button; null where nothing is new. */
  keepLabel: string | null;
  note: string | null;
}

export interface AnswerItem {
  key: string;
  client: string;
  detail: string;
  reasons: { code: string; words: string }[];
  /** Proof of timely filing, or what to do. */
  words: string;
}

/** What needs work first. */
const VERDICTS = [
  { verdict: 'rejected', title: 'rejected' },
  { verdict: 'accepted', title: 'accepted' },
  { verdict: 'received', title: 'received, not yet decided' },
] as const;

export function answersView({ report, isNew }: Previewed<AnswersReport>): AnswersView {
  return {
    groups: VERDICTS.map(({ verdict, title }) => {
      const own = report.claims.filter((claim) => claim.verdict === verdict);
      return { verdict, title: `${counted(own.length, 'claim')} ${title}`, claims: own.map(item) };
    }).filter(({ claims }) => claims.length > 0),
    findings: report.findings,
    keepLabel: !isNew
      ? null
      : report.kept === 0
        ? 'Bring the claims up to date'
        : `Keep ${counted(report.kept, 'answer')}`,
    note: isNew
      ? null
      : report.keptBefore > 0
        ? 'These answers were kept before. Nothing is kept twice.'
        : 'There is nothing to keep in these files.',
  };
}

export function keptWords({ kept, accepted, received, rejected }: AnswersReport): string[] {
  const parts = [
    [rejected, 'rejected'],
    [accepted, 'accepted'],
    [received, 'received'],
  ] as const;
  const claims = parts.flatMap(([number, word]) =>
    number === 0 ? [] : [`${counted(number, 'claim')} ${word}`],
  );
  return [`${counted(kept, 'answer')} kept${claims.length === 0 ? '' : `: ${claims.join(', ')}`}.`];
}

function item({ account, client, payer, kind, on, from, reasons, words }: AnsweredClaim): AnswerItem {
  const day = on === null ? '' : ` of ${usDate(on)}`;
  const who = from === '' ? '' : ` from ${from}`;
  return { key: account, client, detail: `${account} to ${payer}; ${kind}${day}${who}`, reasons, words };
}
