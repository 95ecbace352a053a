import { takesMinutes } from '../codes/counting';
import { procedure } from '../codes/procedures';
import type { Finding } from '../findings';
import { plainText } from '../identifiers/reading';
import type { Session } from '../records/session';
import { shareOneTime } from '../units/alone';
import { addAll } from '../values/lists';
import { takesTimeOfItsOwn } from './concurrent-modalities';
import { visitFinding, visitName, type Entry, type Visit } from './visit';

const CMS_MINUTES =
  'Medicare Claims Processing Manual, chapter 5, section 20.2: minutes are recorded for each timed code';

/** The procedures of a visit with their minutes. A split of minutes that nobody wrote is asked for, never guessed. */
export function entriesOf(visit: Visit): { entries: Entry[]; findings: Finding[] } {
  const entries: Entry[] = [];
  const findings: Finding[] = [];
  for (const session of visit.sessions) {
    if (session.procedures.length === 0) findings.push(noCode(visit, session));
    const row = session.procedures.map((item): Entry => {
      const code = plainText(item.code);
      if (!/^[0-9A-Z]\d{3}[0-9A-Z]$/.test(code)) findings.push(unreadableCode(visit, session, item.code));
      return {
        session,
        procedure: item,
        code,
        timing: procedure(code)?.counting.kind ?? 'unknown',
        minutes: item.minutes,
      };
    });
    addAll(findings, shareRowMinutes(visit, session, row));
    addAll(entries, row);
  }
  return { entries, findings };
}

/** Gives the row's minutes to its only code without minutes that takes any, if they can be nobody else's. */
function shareRowMinutes(visit: Visit, session: Session, row: Entry[]): Finding[] {
  const total = session.minutes;
  const written = row.reduce((minutes, entry) => minutes + (entry.minutes ?? 0), 0);
  const waiting = row.filter((entry) => takesMinutes(entry.timing) && entry.minutes === null);
  if (total === null) return [];
  if (waiting.length === 0) {
    const timed = row.filter((entry) => takesMinutes(entry.timing));
    const needed = timed.reduce((minutes, entry) => minutes + (entry.minutes ?? 0), 0);
    return needed > total ? [tooManyMinutes(visit, session, needed, total)] : [];
  }
  const [only] = waiting;
  const others = row.filter((entry) => entry !== only);
  const rivals = others.filter((entry) => entry.minutes === null && takesTimeOfItsOwn(entry));
  if (waiting.length === 1 && only && rivals.length === 0) {
    if (written > total) return [tooManyMinutes(visit, session, written, total)];
    only.minutes = total - written;
    return others.length > 0 ? [restOfMinutes(visit, session, only, others)] : [];
  }
  if (rivals.length === 0 && shareOneTime(waiting.map(({ code }) => code)) && written <= total) {
    for (const entry of waiting) entry.minutes = entry.timing === 'first' ? total - written : 0;
    return [];
  }
  const undecided = waiting.filter((entry) => entry.procedure.units === null);
  return undecided.length > 0 ? [minutesNotSplit(visit, session, [...waiting, ...rivals], total)] : [];
}

function noCode(visit: Visit, session: Session): Finding {
  return visitFinding(visit, {
    rule: 'procedure-code-missing',
    severity: 'STOP',
    place: session.cells.cpt ?? session.place,
    message: `The session of ${visitName(visit)} has no procedure code.`,
    fix: 'Write the code of what was done, for example 97124.',
    source: 'NUCC 1500 manual, item 24D; 837P 2400 SV101-2',
  });
}

function unreadableCode(visit: Visit, session: Session, code: string): Finding {
  return visitFinding(visit, {
    rule: 'procedure-code-unreadable',
    severity: 'STOP',
    place: session.cells.cpt ?? session.place,
    message: `"${code}" is not a procedure code: these have five characters.`,
    fix: 'Correct the code.',
    source: 'NUCC 1500 manual, item 24D; 837P 2400 SV101-2',
  });
}

function tooManyMinutes(visit: Visit, session: Session, written: number, total: number): Finding {
  return visitFinding(visit, {
    rule: 'minutes-exceed-session',
    severity: 'STOP',
    place: session.cells.minutes ?? session.cells.cpt ?? session.place,
    message: `The codes of ${visitName(visit)} have ${written} minutes together, but the session took ${total}.`,
    fix: 'Correct the minutes of the codes or of the session.',
    source: CMS_MINUTES,
  });
}

function restOfMinutes(visit: Visit, session: Session, only: Entry, others: Entry[]): Finding {
  const names = others.map((entry) => entry.code).join(', ');
  return visitFinding(visit, {
    rule: 'minutes-to-the-timed-code',
    severity: 'NOTE',
    place: session.cells.minutes ?? session.place,
    message: `Of the ${session.minutes ?? 0} minutes of ${visitName(visit)}, ${only.minutes ?? 0} are counted for ${only.code}, next to ${names}.`,
    fix: `If ${names} took some of these minutes, write the minutes next to each code.`,
    source: CMS_MINUTES,
  });
}

function minutesNotSplit(visit: Visit, session: Session, codes: Entry[], total: number): Finding {
  const names = codes.map((entry) => entry.code).join(' and ');
  return visitFinding(visit, {
    rule: 'minutes-per-code-missing',
    severity: 'STOP',
    place: session.cells.cpt ?? session.place,
    message: `${visitName(visit)} has ${total} minutes for ${names} together, and nothing says how many belong to which.`,
    fix: 'Write the minutes next to each code, for example "97140 30min; 97110 15min".',
    source: CMS_MINUTES,
  });
}
