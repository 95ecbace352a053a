import type { PayerKind } from '../records/practice';

/** A part of a progress report that only the therapist can write. */
export interface ProgressSection {
  heading: string;
  place: string;
  /** Only for these payers; null: for everyone. */
  only: readonly PayerKind[] | null;
  source: string;
}

const SOAP = 'Parts of a note: subjective, objective, assessment, plan';
const SOAPER =
  'Washington L&I asks for SOAPER: with employment issues and restrictions to recovery (lni.wa.gov)';

export const PROGRESS_SECTIONS: readonly ProgressSection[] = [
  {
    heading: 'What the client reports',
    place: 'Describe symptoms and daily tasks, then and now',
    only: null,
    source: SOAP,
  },
  {
    heading: 'What I found',
    place: 'Describe findings by region: range of motion, tissue, strength, posture',
    only: null,
    source: SOAP,
  },
  {
    heading: 'Response to treatment',
    place: 'Describe what was done, how the client responded, and what has not changed',
    only: null,
    source: SOAP,
  },
  {
    heading: 'Plan',
    place: 'Describe what you propose: visits, span, goals that can be measured, or discharge',
    only: null,
    source: SOAP,
  },
  {
    heading: 'Employment',
    place: 'Describe what the work asks for and what the client can do of it now',
    only: ['workers-comp'],
    source: SOAPER,
  },
  {
    heading: 'Restrictions to recovery',
    place: 'Describe what holds the recovery back',
    only: ['workers-comp'],
    source: SOAPER,
  },
];

export function progressSections(kind: PayerKind | null): ProgressSection[] {
  return PROGRESS_SECTIONS.filter(({ only }) => only === null || (kind !== null && only.includes(kind)));
}
