import { patientName, type Claim } from '../../../billing/claims/claim';
import type { Finding } from '../../../billing/findings';
import { linePages } from '../cms1500-boxes';
import { overlayMisfits, type Misfit } from './overlay-texts';

const DIAGNOSES_ON_PAPER = 12;
const SOURCE = 'NUCC 1500 reference manual (02/12), field lengths';
const TO_DO =
  'Shorten it in the tables if the payer takes it shorter, or send this claim as a file instead of on paper.';

/** Why a claim cannot go on the red form. Names and addresses are shortened as the manual allows; numbers never are. */
export function overlayFindings(claim: Claim): Finding[] {
  const client = patientName(claim);
  const finding = (rule: string, message: string): Finding => ({
    rule,
    severity: 'STOP',
    place: null,
    message,
    fix: TO_DO,
    source: SOURCE,
    client,
  });
  const misfits = linePages(claim).flatMap((page) => overlayMisfits(claim, page));
  const byWords = new Map(misfits.map((misfit) => [wordsOf(misfit), misfit]));
  const findings = [...byWords].map(([words, { why }]) =>
    finding(`paper-box-${why.replace(' ', '-')}`, words),
  );
  if (claim.diagnoses.length > DIAGNOSES_ON_PAPER) {
    findings.push(
      finding(
        'paper-diagnoses-too-many',
        `Box 21 has room for 12 diagnoses, and claim ${claim.account} has ${String(claim.diagnoses.length)}.`,
      ),
    );
  }
  return findings;
}

/** Claims that the form has room for, and the others with the reasons. */
export function fitsPaper(claims: readonly Claim[]): {
  fitting: Claim[];
  leftOut: { claim: Claim; findings: Finding[] }[];
} {
  const judged = claims.map((claim) => ({ claim, findings: overlayFindings(claim) }));
  return {
    fitting: judged.filter(({ findings }) => findings.length === 0).map(({ claim }) => claim),
    leftOut: judged.filter(({ findings }) => findings.length > 0),
  };
}

function wordsOf({ box, why, maxLength }: Misfit): string {
  const where = `Box ${box.number} (${box.name})`;
  return why === 'too long'
    ? `${where} has room for ${String(maxLength)} characters; "${box.value}" has ${String(box.value.length)}.`
    : `${where} cannot show "${box.value}": the form takes plain letters, digits and signs only.`;
}
