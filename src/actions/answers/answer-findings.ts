import type { Finding } from '../../billing/findings';
import type { Acknowledgements } from '../../x12/acknowledgements/answer';
import type { Fault, FaultKind } from '../../x12/segments/fault';

/** Faults after which nobody can say what else the file said: none of its answers are taken. */
const BROKEN: ReadonlySet<FaultKind> = new Set(['empty', 'no-isa', 'isa-broken', 'cut-off', 'no-trailer']);

const SOURCE = '005010X231A1 (999), 005010X214 (277CA), X12.5 (TA1)';

/** Files that are taken for answers by mistake, by the number of their kind. */
const OTHER_KINDS: ReadonlyMap<string, { is: string; fix: string }> = new Map(
  Object.entries({
    '835': {
      is: 'a remittance (835): what a payer paid, and no answer of a clearinghouse',
      fix: 'Open it where payments are posted.',
    },
    '837': {
      is: 'a file of claims (837), and no answer to one',
      fix: 'Open the file that the clearinghouse sent back: a 999 or a 277CA.',
    },
  }),
);

/** Whether the answers of the file may be taken. */
export function isWhole({ faults }: Acknowledgements): boolean {
  return !faults.some(({ kind }) => BROKEN.has(kind));
}

/** What is wrong with a file that was opened, one sentence for each thing. */
export function fileFindings(name: string, read: Acknowledgements): Finding[] {
  const broken = read.faults.find(({ kind }) => BROKEN.has(kind));
  if (broken) return [notWhole(name, broken)];
  const others = read.faults.flatMap((fault) => {
    const kind = otherKindOf(fault);
    return kind ? [notAnAnswer(name, kind)] : [damaged(name, fault)];
  });
  const isSilent = read.files.length === 0 && read.claims.length === 0;
  if (others.length === 0 && isSilent) return [silent(name)];
  // A file of another kind is that in each of its transactions, and told once.
  return [...new Map(others.map((one) => [one.message, one])).values()];
}

function otherKindOf({ kind, words }: Fault): { is: string; fix: string } | null {
  if (kind !== 'not-this-kind') return null;
  const number = /a transaction (\d+)/.exec(words)?.[1] ?? '';
  return (
    OTHER_KINDS.get(number) ?? {
      is: `a file of the kind ${number || 'that nobody knows'}, and no answer to claims`,
      fix: 'Open the file that the clearinghouse sent back: a 999 or a 277CA.',
    }
  );
}

function notWhole(name: string, { kind, words }: Fault): Finding {
  const isCut = kind === 'cut-off' || kind === 'no-trailer';
  return finding(
    isCut ? 'answer-file-cut' : 'answer-file-unreadable',
    isCut
      ? `${name} ends in the middle, so nothing of it was taken: ${words}.`
      : `${name} is no file of answers: ${words}.`,
    'Download it again from the clearinghouse, and open it as it is.',
  );
}

function notAnAnswer(name: string, { is, fix }: { is: string; fix: string }): Finding {
  return finding('answer-file-of-other-kind', `${name} is ${is}.`, fix);
}

function damaged(name: string, { words }: Fault): Finding {
  return finding(
    'answer-file-damaged',
    `${name} is not quite in order: ${words}.`,
    'Compare its answers with what the clearinghouse shows.',
  );
}

function silent(name: string): Finding {
  return finding(
    'answer-file-silent',
    `${name} says nothing of any claim or file.`,
    'Ask the clearinghouse for the answer to your claims: a 999 or a 277CA.',
  );
}

function finding(rule: string, words: string, fix: string): Finding {
  return {
    rule,
    severity: 'WARN',
    place: null,
    message: words.replace(/\.\.$/, '.'),
    fix: fix,
    source: SOURCE,
  };
}
