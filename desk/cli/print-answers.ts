import type { AnswersReport } from '../../src/actions/answers/prepare-answers';
import type { CorrectionsReport } from '../../src/actions/claims/correct-claims';
import { claimsWords } from './print';

export function answersWords(report: AnswersReport): string[] {
  const { claims, accepted, received, rejected, kept, keptBefore, findings } = report;
  return [
    claims.length === 0
      ? 'No claim of this workbook was answered.'
      : `Answered: ${String(accepted)} accepted, ${String(received)} received, ${String(rejected)} rejected.`,
    ...claims.flatMap(({ account, client, payer, verdict, reasons, words }) => [
      `  ${account}  ${client}, ${payer}: ${verdict}. ${words}`.trimEnd(),
      ...(verdict === 'rejected' ? reasons.map((reason) => `    ${reason.words} (${reason.code})`) : []),
    ]),
    ...(keptBefore > 0 ? [`${String(kept)} answers are new, ${String(keptBefore)} were kept before.`] : []),
    ...findings.map(({ severity, message, fix: fix }) => `${severity}: ${message} ${fix}`),
  ];
}

const DONE = { correct: 'corrects', void: 'voids', resend: 'is made again for' } as const;

export function correctionsWords(report: CorrectionsReport): string[] {
  return [
    ...claimsWords(report),
    ...report.corrections.map(({ account, how, before }) =>
      account === before ? `${account} is made again as it was.` : `${account} ${DONE[how]} ${before}.`,
    ),
  ];
}
