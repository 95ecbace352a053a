import { requiredChecker } from '../../billing/claims/check-required';
import { REQUIRED_FIELDS } from '../../billing/claims/required-fields';
import type { Finding } from '../../billing/findings';
import { presetFor } from '../../billing/payers/presets';
import type { Client, Payer } from '../../billing/records/practice';
import { directoryOf } from '../../billing/visits/directory';
import { saysNoInsurance } from '../../billing/visits/who-pays';
import type { Records } from '../../practice/records';

/** What a claim would still lack, by whose record lacks it. */
export interface Missing {
  practice: Finding[];
  payers: PayerState[];
  clients: ClientState[];
}

export interface PayerState {
  name: string;
  kind: Payer['kind'];
  billing: Payer['billing'];
  /** Excel's row of the payer. */
  row: number | null;
  /** A preset that fits the name, as a suggestion. */
  suggested: string | null;
  missing: Finding[];
}

export interface ClientState {
  name: string;
  /** Who pays, by the Clients table; null when the client pays or the cell is empty. */
  payer: string | null;
  missing: Finding[];
}

const OF_PRACTICE = new Set(
  REQUIRED_FIELDS.filter(({ table }) => table === 'Practice').flatMap(({ rule }) =>
    ['missing', 'placeholder', 'invalid'].map((fault) => `${rule}-${fault}`),
  ),
);

/** Looks at every client with the payer of its row; self-pay clients need nothing for a claim. */
export function missingFrom({ practice, payers, clients }: Records): Missing {
  const check = requiredChecker();
  const directory = directoryOf(clients, payers);
  const ofPractice = new Map<string, Finding>();
  const ofPayer = new Map<Payer, Map<string, Finding>>();
  const states = clients.map((client): ClientState => {
    const payer = onlyPayer(client, directory.payers);
    if (practice === null || payer === null) {
      return { name: client.name, payer: client.payer, missing: unknownPayer(client, payer) };
    }
    if (isSelfPay(payer)) return { name: client.name, payer: payer.name, missing: [] };
    const findings = check({ practice, payer, client, authorization: null });
    const payerFindings = ofPayer.get(payer) ?? new Map<string, Finding>();
    ofPayer.set(payer, payerFindings);
    for (const finding of findings) {
      if (finding.client !== undefined) continue;
      const owner = OF_PRACTICE.has(finding.rule) ? ofPractice : payerFindings;
      owner.set(finding.rule, finding);
    }
    return {
      name: client.name,
      payer: payer.name,
      missing: findings.filter((finding) => finding.client !== undefined),
    };
  });
  return {
    practice: [...ofPractice.values()],
    payers: payers.map((payer) => payerState(payer, [...(ofPayer.get(payer)?.values() ?? [])])),
    clients: states,
  };
}

function payerState(payer: Payer, missing: Finding[]): PayerState {
  return {
    name: payer.name,
    kind: payer.kind,
    billing: payer.billing,
    row: payer.cells['name']?.row ?? null,
    suggested: payer.kind === null ? (presetFor(payer.name)?.id ?? null) : null,
    missing: payer.kind === null && missing.length === 0 ? [kindMissing(payer)] : missing,
  };
}

function onlyPayer(client: Client, payersOf: (name: string) => Payer[]): Payer | null {
  const named = client.payer === null ? [] : payersOf(client.payer);
  return named.length === 1 ? (named[0] ?? null) : null;
}

function isSelfPay(payer: Payer): boolean {
  return payer.billing === 'superbill' || payer.kind === 'cash';
}

function unknownPayer(client: Client, payer: Payer | null): Finding[] {
  if (payer !== null || client.payer === null || saysNoInsurance(client.payer)) return [];
  return [
    {
      rule: 'client-payer-unknown',
      severity: 'STOP',
      place: client.cells['payer'] ?? null,
      message: `${client.name} has "${client.payer}" as payer, which is not in the Payers table.`,
      fix: 'Choose a name of the Payers table, or add the payer there.',
      source: 'Claimsheet: the payer decides what a claim needs',
      client: client.name,
    },
  ];
}

function kindMissing(payer: Payer): Finding {
  return {
    rule: 'payer-kind-missing',
    severity: 'STOP',
    place: payer.cells['kind'] ?? null,
    message: `${payer.name} has no kind: the kind decides which boxes the claim needs.`,
    fix: 'Fill in "Kind" in the Payers table.',
    source: 'NUCC 1500 manual, item 1; 837P 2000B SBR09',
  };
}
