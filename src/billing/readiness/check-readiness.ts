import { patientName, type Claim } from '../claims/claim';
import type { Finding } from '../findings';
import { addAll } from '../values/lists';
import { CHARGE_EDITS } from './charge-edits';
import { CLINICAL_EDITS } from './clinical-edits';
import { indexOf, type LineBefore } from './batch-index';
import type { ClaimEdit, EditHit, ReadinessContext } from './edit';
import { PARTY_EDITS } from './party-edits';
import { repaired, type Repair } from './repairs';
import { SENDING_EDITS } from './sending-edits';

/** Every edit, in the order in which findings are told. */
export const CLAIM_EDITS: readonly ClaimEdit[] = [
  ...PARTY_EDITS,
  ...CLINICAL_EDITS,
  ...CHARGE_EDITS,
  ...SENDING_EDITS,
];

/** Claims sorted into those that may leave and those that would bounce. */
export interface Readiness {
  /** With their formats repaired. */
  ready: Claim[];
  holds: { claim: Claim; findings: Finding[] }[];
  repairs: Repair[];
  /** Everything found, that of claims held back included. */
  findings: Finding[];
}

/** Looks at each claim as a clearinghouse would. A finding of severity STOP holds its claim back. */
export function checkReadiness(
  claims: readonly Claim[],
  { billedBefore, ...context }: Omit<ReadinessContext, 'index'> & { billedBefore: readonly LineBefore[] },
): Readiness {
  const readiness: Readiness = { ready: [], holds: [], repairs: [], findings: [] };
  const all = { ...context, index: indexOf(claims, billedBefore) };
  for (const claim of claims) {
    const findings = CLAIM_EDITS.flatMap((edit) =>
      edit.test(claim, all).map((hit) => findingOf(edit, hit, claim)),
    );
    addAll(readiness.findings, findings);
    if (findings.some(({ severity }) => severity === 'STOP')) {
      readiness.holds.push({ claim, findings });
    } else {
      const mended = repaired(claim);
      readiness.ready.push(mended.claim);
      addAll(readiness.repairs, mended.repairs);
    }
  }
  return readiness;
}

function findingOf(edit: ClaimEdit, { place, fill = {} }: EditHit, claim: Claim): Finding {
  const client = patientName(claim);
  return {
    rule: edit.id,
    severity: edit.severity,
    place,
    message: `Claim ${claim.account}, ${client}: ${filled(edit.message, fill)}`,
    fix: filled(edit.fix, fill),
    source: edit.source,
    client,
  };
}

function filled(sentence: string, fill: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = Object.hasOwn(fill, name) ? fill[name] : undefined;
    if (text === undefined) throw new RangeError(`nothing fills {${name}} in "${sentence}"`);
    return text;
  });
}
