import { cellName } from '../../../billing/cell-name';
import type { CellPlace, Finding, Severity } from '../../../billing/findings';
import type { SessionField } from '../../../billing/records/session';
import { FIELD_NAMES } from '../mapping/field-names';

/** What to type instead, by field. */
const HOW_TO_WRITE: Record<SessionField, string> = {
  date: 'Type the whole date with its year, e.g. 10/3/2026.',
  client: 'Type the name of the client.',
  start: 'Type the time with AM or PM, e.g. 2:30 PM.',
  end: 'Type the time with AM or PM, e.g. 3:30 PM.',
  minutes: 'Type the minutes as a number, e.g. 60.',
  cpt: 'Type the code, its modifiers after a hyphen, units as x4, minutes as 60 min, e.g. 97124-GP x4.',
  dx: 'Type diagnosis codes such as M54.50, parted by commas.',
  payer: 'Type the name of the payer, or "self pay".',
  charge: 'Type the charge as a number, e.g. 95.00.',
  paid: 'Type what the client paid as a number, or leave the cell empty.',
  copay: 'Type the copay as a number, or leave the cell empty.',
  insurance_paid: 'Type what the insurance paid as a number, or leave the cell empty.',
  status: 'Write kept, scheduled, no show, late cancel or cancelled, or leave the cell empty for kept.',
  notes: 'Correct the formula in this cell.',
  units: 'Type the units as a whole number, e.g. 4.',
  modifiers:
    'Type modifiers of two characters, e.g. GP, 59; with several codes a list per code, e.g. GP; 59.',
  provider: 'Correct the formula in this cell.',
  place: 'Correct the formula in this cell.',
  service: 'Correct the formula in this cell.',
  assistant: 'Write initials, with minutes behind them if only a part was the assistant’s, e.g. KL 15.',
  billed: 'Correct the formula in this cell.',
};

export interface RowFinding {
  rule: string;
  severity: Severity;
  place: CellPlace;
  message: string;
  fix: string;
}

export function rowFinding(finding: RowFinding): Finding {
  return { ...finding, source: 'Your session sheet: Claimsheet reads what it says and guesses nothing' };
}

/** A cell that cannot be read, with what that means for its row. */
export function unreadableCell(
  field: SessionField,
  place: CellPlace,
  shown: string,
  why: string,
  severity: Severity,
): Finding {
  const leftOut = severity === 'NOTE' || isPayment(field) ? '' : ' The row is left out.';
  const shownShort = shown.length > 40 ? `${shown.slice(0, 39)}…` : shown;
  return rowFinding({
    rule: `session-${field.replace('_', '-')}-unreadable`,
    severity,
    place,
    message: `${cellName(place)}, ${FIELD_NAMES[field]}: "${shownShort}" ${why}.${leftOut}`,
    fix: HOW_TO_WRITE[field],
  });
}

/** Payments may be unknown without harm to a claim: the row stays, the amount is not known. */
export function isPayment(field: SessionField): boolean {
  return field === 'paid' || field === 'copay' || field === 'insurance_paid';
}

/** A row that lacks its date or its client. */
export function missingCell(field: 'date' | 'client', place: CellPlace): Finding {
  return rowFinding({
    rule: `session-${field}-missing`,
    severity: 'STOP',
    place,
    message: `${cellName(place)} is empty: row ${String(place.row)} does not say ${FIELD_NAMES[field]}. The row is left out.`,
    fix: HOW_TO_WRITE[field],
  });
}
