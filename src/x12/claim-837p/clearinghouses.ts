import type { TransmissionSettings } from './settings';

/** What is known of a clearinghouse; each value is a setting that its own instructions may overrule. */
export interface Clearinghouse {
  id: string;
  /** As a list of choices shows it. */
  title: string;
  settings: Partial<TransmissionSettings>;
  /** Whether the practice's tax ID serves as its identifier where it was given none. */
  taxIdIdentifies: boolean;
  /** What the name of a test file must contain. */
  testFileMark: string | null;
  source: string;
  /** What its users should confirm. */
  doubts: string | null;
}

/** In the order of the list of choices. */
export const CLEARINGHOUSES: readonly Clearinghouse[] = [
  {
    id: 'office-ally',
    title: 'Office Ally',
    settings: {
      senderQualifier: 'ZZ',
      receiverQualifier: '30',
      receiverId: '330897513',
      groupReceiver: 'OFFALLY',
      receiverName: 'OFFICE ALLY',
      receiverNumber: '330897513',
    },
    taxIdIdentifies: true,
    testFileMark: 'OATEST',
    source: 'Client programs in use that follow its companion guide; 330897513 is its own tax ID',
    doubts:
      'ISA07 is seen as 30 (a tax ID) and as 01, and GS03 as OFFALLY, OA and 330897513; ask Office Ally if a file fails.',
  },
  {
    id: 'other',
    title: 'Another clearinghouse or payer',
    settings: { senderQualifier: 'ZZ', receiverQualifier: 'ZZ' },
    taxIdIdentifies: false,
    testFileMark: null,
    source: 'Enrollment papers of the clearinghouse',
    doubts: null,
  },
];

export function clearinghouse(id: string): Clearinghouse | null {
  return CLEARINGHOUSES.find((one) => one.id === id) ?? null;
}
