import type { Day } from '../../billing/values/day';

/** Who sends the file and who gets it: every identifier that a clearinghouse assigns or asks for. */
export interface TransmissionSettings {
  /** ISA05 and ISA06. */
  senderQualifier: string;
  senderId: string;
  /** ISA07 and ISA08. */
  receiverQualifier: string;
  receiverId: string;
  /** GS02. */
  groupSender: string;
  /** GS03. */
  groupReceiver: string;
  /** 1000A NM1: the practice, or who bills for it. */
  submitterEntity: 'person' | 'organization';
  /** Last name of a person. */
  submitterName: string;
  submitterFirstName: string;
  /** 1000A NM109. */
  submitterId: string;
  /** 1000A PER. */
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  /** 1000B NM1. */
  receiverName: string;
  receiverNumber: string;
  /** ISA14: whether a TA1 is asked for. */
  acknowledgment: '0' | '1';
  /** ISA15: production or test. */
  usage: 'P' | 'T';
  /** CLM06: the provider's signature is on file. */
  signatureOnFile: boolean;
  /** Each segment on a line of its own. */
  lineBreaks: boolean;
}

/** What makes a file one of its kind: the caller keeps the numbers, so that none is used twice. */
export interface FileStamp {
  /** 1 to 999,999,999: ISA13, GS06, BHT03. */
  control: number;
  /** Of its making. */
  day: Day;
  /** `HHMM`. */
  time: string;
}

/** The largest number that fits ISA13 and GS06. */
export const MAX_CONTROL = 999_999_999;

/** The settings that are texts, by the names under which a user may set them. */
export const SETTING_NAMES = [
  'senderQualifier',
  'senderId',
  'receiverQualifier',
  'receiverId',
  'groupSender',
  'groupReceiver',
  'submitterName',
  'submitterFirstName',
  'submitterId',
  'contactName',
  'contactPhone',
  'contactEmail',
  'receiverName',
  'receiverNumber',
] as const satisfies readonly (keyof TransmissionSettings)[];

export function isSettingName(name: string): boolean {
  return SETTING_NAMES.some((known) => known === name);
}
