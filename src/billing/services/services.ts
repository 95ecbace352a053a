/** What people call a service, and how minutes make its code. The first name is the one that is offered. */
export type Service = { names: readonly string[] } &
  /** The minutes choose the code among those of a ladder (`codes/procedure-table`). */
  (
    | { ladder: string }
    /** One code, with its add-on where the minutes go beyond it. */
    | { code: string }
    /** Payers are billed by one of several codes for it: which, only the user knows. */
    | { code: string; or: readonly string[] }
    /** Something else than minutes chooses the code. */
    | { ask: string }
  );

export const SERVICES: readonly Service[] = [
  {
    names: [
      'individual',
      'ind',
      'indiv',
      'individual therapy',
      'individual session',
      'psychotherapy',
      'therapy',
      'counseling',
      'talk therapy',
    ],
    ladder: 'psychotherapy',
  },
  { names: ['couples', 'couple', 'couples therapy', 'couples session', 'marital'], code: '90847' },
  { names: ['family', 'family therapy', 'family session', 'family with client'], code: '90847' },
  { names: ['family without client', 'parents without client', 'collateral'], code: '90846' },
  { names: ['group', 'group therapy', 'group psychotherapy'], code: '90853' },
  { names: ['intake', 'diagnostic evaluation', 'psych eval', 'intake session'], code: '90791' },
  { names: ['crisis', 'crisis session', 'crisis therapy'], code: '90839' },
  {
    names: ['massage', 'massage therapy', 'swedish', 'deep tissue', 'relaxation massage'],
    code: '97124',
    or: ['97140'],
  },
  { names: ['manual therapy', 'mt', 'myofascial', 'medical massage', 'mfr'], code: '97140' },
  { names: ['exercise', 'te', 'ther ex', 'therapeutic exercise'], code: '97110' },
  { names: ['neuromuscular', 'nmr', 'neuro re-ed', 'neuromuscular re-education'], code: '97112' },
  { names: ['activities', 'ta', 'ther act', 'therapeutic activities'], code: '97530' },
  { names: ['gait', 'gt', 'gait training'], code: '97116' },
  { names: ['self care', 'adl', 'adls', 'self-care training'], code: '97535' },
  { names: ['ultrasound', 'us'], code: '97035' },
  { names: ['PT re-evaluation', 'pt re-eval'], code: '97164' },
  { names: ['OT re-evaluation', 'ot re-eval'], code: '97168' },
  { names: ['speech', 'speech therapy', 'st', 'slp treatment'], code: '92507' },
  { names: ['speech group', 'group speech'], code: '92508' },
  { names: ['swallowing', 'dysphagia', 'feeding therapy'], code: '92526' },
  { names: ['cognitive training', 'cognition', 'cog'], code: '97129' },
  { names: ['acupuncture', 'acu'], code: '97810' },
  { names: ['electroacupuncture', 'e-stim acupuncture', 'acupuncture with electricity'], code: '97813' },
  { names: ['ABA technician', 'direct aba', 'rbt session', 'aba direct'], code: '97153' },
  { names: ['ABA supervision', 'protocol modification', 'bcba session'], code: '97155' },
  { names: ['ABA assessment', 'behavior assessment'], code: '97151' },
  { names: ['ABA family guidance', 'parent training', 'caregiver guidance'], code: '97156' },
  { names: ['nutrition first visit', 'mnt initial', 'initial nutrition'], code: '97802' },
  { names: ['nutrition follow-up', 'mnt follow-up', 'nutrition later visit'], code: '97803' },
  { names: ['nutrition group', 'mnt group'], code: '97804' },
  { names: ['lactation class', 'breastfeeding class'], code: 'S9443' },
  {
    names: ['evaluation', 'eval', 'initial evaluation'],
    ask: 'An evaluation is 90791 in counseling, 97161 to 97163 in physical and 97165 to 97167 in occupational therapy by complexity, 92521 to 92524 in speech therapy: write the code.',
  },
  {
    names: ['adjustment', 'spinal adjustment', 'chiropractic', 'cmt'],
    ask: 'An adjustment is 98940 with 1 or 2 regions of the spine, 98941 with 3 or 4, 98942 with 5: write the code.',
  },
  {
    names: ['no-show', 'late cancel', 'late cancellation', 'cancelled', 'missed'],
    ask: 'A session that was not held has no code: a fee for it is between you and the client.',
  },
];
