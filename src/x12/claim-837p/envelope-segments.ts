import { digitsOf, emailText, nameText, numberAsGiven } from '../../billing/values/basic-characters';
import { USUAL_DELIMITERS } from '../segments/delimiters';
import type { ElementValue } from '../segments/write-x12';
import { d8 } from './claim-values';
import type { FileStamp, TransmissionSettings } from './settings';
import { SOURCES, type SegmentEntry } from './table';
import { MOST } from './text-lengths';

/** One file on its way. */
export interface FileContext {
  settings: TransmissionSettings;
  stamp: FileStamp;
}

export const GUIDE = '005010X222A1';
export const TRANSACTION_CONTROL = '0001';

const padded = (text: string, length: number): string =>
  numberAsGiven(text).slice(0, length).padEnd(length, ' ');
const interchangeControl = ({ stamp }: FileContext): string => String(stamp.control).padStart(9, '0');
const groupControl = ({ stamp }: FileContext): string => String(stamp.control);

/** ISA to BHT, submitter and receiver: loops 1000A and 1000B. */
export const HEADER_SEGMENTS: readonly SegmentEntry<FileContext>[] = [
  {
    loop: 'ISA',
    segment: 'ISA',
    name: 'Interchange header',
    elements: {
      1: '00',
      2: ' '.repeat(10),
      3: '00',
      4: ' '.repeat(10),
      5: ({ settings }) => padded(settings.senderQualifier, 2),
      6: ({ settings }) => padded(settings.senderId, 15),
      7: ({ settings }) => padded(settings.receiverQualifier, 2),
      8: ({ settings }) => padded(settings.receiverId, 15),
      9: ({ stamp }) => d8(stamp.day).slice(2),
      10: ({ stamp }) => stamp.time,
      11: USUAL_DELIMITERS.repetition,
      12: '00501',
      13: interchangeControl,
      14: ({ settings }) => settings.acknowledgment,
      15: ({ settings }) => settings.usage,
      16: USUAL_DELIMITERS.component,
    },
    source: SOURCES.envelope,
  },
  {
    loop: 'GS',
    segment: 'GS',
    name: 'Group header',
    elements: {
      1: 'HC',
      2: ({ settings }) => numberAsGiven(settings.groupSender).slice(0, 15),
      3: ({ settings }) => numberAsGiven(settings.groupReceiver).slice(0, 15),
      4: ({ stamp }) => d8(stamp.day),
      5: ({ stamp }) => stamp.time,
      6: groupControl,
      7: 'X',
      8: GUIDE,
    },
    source: SOURCES.envelope,
  },
  {
    loop: 'ST',
    segment: 'ST',
    name: 'Transaction header',
    elements: { 1: '837', 2: TRANSACTION_CONTROL, 3: GUIDE },
    source: SOURCES.guide,
  },
  {
    loop: 'ST',
    segment: 'BHT',
    name: 'Beginning: original, chargeable',
    elements: {
      1: '0019',
      2: '00',
      3: interchangeControl,
      4: ({ stamp }) => d8(stamp.day),
      5: ({ stamp }) => stamp.time,
      6: 'CH',
    },
    source: SOURCES.guide,
  },
  {
    loop: '1000A',
    segment: 'NM1',
    name: 'Submitter',
    elements: {
      1: '41',
      2: ({ settings }) => (settings.submitterEntity === 'person' ? '1' : '2'),
      3: ({ settings }) => nameText(settings.submitterName, MOST.lastName),
      4: ({ settings }) =>
        settings.submitterEntity === 'person' ? nameText(settings.submitterFirstName, MOST.firstName) : '',
      8: '46',
      9: ({ settings }) => numberAsGiven(settings.submitterId),
    },
    source: SOURCES.guide,
  },
  {
    loop: '1000A',
    segment: 'PER',
    name: 'Whom to ask about the file',
    elements: {
      1: 'IC',
      2: ({ settings }) => nameText(settings.contactName, MOST.contact),
      3: (context) => ways(context)[0] ?? '',
      4: (context) => ways(context)[1] ?? '',
      5: (context) => ways(context)[2] ?? '',
      6: (context) => ways(context)[3] ?? '',
    },
    source: SOURCES.guide,
  },
  {
    loop: '1000B',
    segment: 'NM1',
    name: 'Receiver',
    elements: {
      1: '40',
      2: '2',
      3: ({ settings }) => nameText(settings.receiverName, MOST.lastName),
      8: '46',
      9: ({ settings }) => numberAsGiven(settings.receiverNumber),
    },
    source: SOURCES.guide,
  },
];

/** What stands after all claims, with the number of segments from ST to SE. */
export const TRAILER_SEGMENTS: readonly SegmentEntry<FileContext & { segments: number }>[] = [
  {
    loop: 'SE',
    segment: 'SE',
    name: 'Transaction trailer',
    elements: { 1: ({ segments }) => String(segments), 2: TRANSACTION_CONTROL },
    source: SOURCES.guide,
  },
  {
    loop: 'GE',
    segment: 'GE',
    name: 'Group trailer',
    elements: { 1: '1', 2: groupControl },
    source: SOURCES.envelope,
  },
  {
    loop: 'IEA',
    segment: 'IEA',
    name: 'Interchange trailer',
    elements: { 1: '1', 2: interchangeControl },
    source: SOURCES.envelope,
  },
];

/** Telephone and e-mail as pairs of qualifier and number. */
function ways({ settings }: FileContext): string[] {
  const phone = digitsOf(settings.contactPhone);
  const email = emailText(settings.contactEmail);
  return [...(phone === '' ? [] : ['TE', phone]), ...(email === '' ? [] : ['EM', email])];
}

/** Elements of ISA that are the delimiters themselves are written as they are. */
export function isaText(elements: readonly ElementValue[]): string {
  return ['ISA', ...elements].join(USUAL_DELIMITERS.element);
}
