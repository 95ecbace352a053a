import type { Finding } from '../findings';
import { modifierVerdict } from '../codes/modifiers';
import { procedure, standsUnderPlan } from '../codes/procedures';
import { plainText } from '../identifiers/reading';
import { visitFinding, visitName, type Entry, type Visit } from './visit';

const FIELD = 'NUCC 1500 manual, item 24D; 837P 2400 SV101-3 to SV101-6';

/** Modifiers that change whether or how much is paid; they stand before those that only inform, such as GP. */
const AFFECTS_PAYMENT = new Set('22 24 25 50 51 52 53 57 58 59 76 77 78 79 XE XS XP XU'.split(' '));

/**
 * The modifiers of one code on a visit: those written, then those the payer wants on physical medicine codes, or on
 * codes that say the level of the therapist. Nothing else is ever added.
 */
export function modifiersOf(
  visit: Visit,
  code: string,
  entries: readonly Entry[],
): { modifiers: string[]; findings: Finding[] } {
  const cell = entries[0]?.session.cells.modifiers ?? entries[0]?.session.cells.cpt ?? null;
  const stop = (rule: string, message: string, fix: string): Finding =>
    visitFinding(visit, { rule, severity: 'STOP', place: cell, message, fix, source: FIELD });
  const written = entries.map((entry) => inClaimOrder(entry.procedure.modifiers.map(plainText)));
  const distinct = new Set(written.map((modifiers) => [...modifiers].sort().join(' ')));
  if (distinct.size > 1) {
    const words = `${code} stands on several rows of ${visitName(visit)} with different modifiers, and a day has one line of it.`;
    return {
      modifiers: [],
      findings: [stop('modifiers-differ', words, 'Write the same modifiers on each row.')],
    };
  }
  const modifiers = withModifiersOfPayer(visit, code, written[0] ?? []);
  return { modifiers, findings: [] };
}

/** The modifiers of a line as it would stand on the claim. */
export function withModifiersOfPayer(visit: Visit, code: string, written: readonly string[]): string[] {
  const added = addedBy(visit.payer?.addedModifiers ?? [], code, written);
  return inClaimOrder([...written, ...added].map(plainText));
}

/**
 * A level of the therapist (HO, AJ …) goes on the codes that take one, if the payer lists no other and none is written:
 * of several only who gave the service knows. Everything else goes on physical medicine.
 */
function addedBy(listed: readonly string[], code: string, written: readonly string[]): string[] {
  const added = listed.map(plainText);
  const levels = added.filter(isLevel);
  const level =
    procedure(code)?.takesCredential && levels.length === 1 && !written.some(isLevel) ? levels : [];
  return [...(standsUnderPlan(code) ? added.filter((modifier) => !isLevel(modifier)) : []), ...level];
}

/** Whether the modifier says the level of who gave the service. */
export function isLevel(modifier: string): boolean {
  const verdict = modifierVerdict(modifier);
  return verdict.kind === 'known' && verdict.modifier.level !== undefined;
}

/** Each once, those that affect payment first, else in the order given. */
function inClaimOrder(modifiers: readonly string[]): string[] {
  const once = [...new Set(modifiers)].filter((modifier) => modifier !== '');
  const first = once.filter((modifier) => AFFECTS_PAYMENT.has(modifier));
  return [...first, ...once.filter((modifier) => !AFFECTS_PAYMENT.has(modifier))];
}
