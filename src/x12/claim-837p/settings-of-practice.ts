import type { CellPlace, Finding } from '../../billing/findings';
import { readTaxId } from '../../billing/identifiers/tax-id';
import type { Practice } from '../../billing/records/practice';
import { emailText, nameText, numberAsGiven, digitsOf } from '../../billing/values/basic-characters';
import type { Clearinghouse } from './clearinghouses';
import type { TransmissionSettings } from './settings';

/** What a file of claims cannot be made without, in the order of the file. */
const NEEDED: readonly {
  setting: keyof TransmissionSettings;
  rule: string;
  message: string;
  element: string;
}[] = [
  {
    setting: 'submitterId',
    rule: 'submitter-id-missing',
    message: 'The file needs the submitter ID that the clearinghouse gave you.',
    element: '1000A NM109',
  },
  {
    setting: 'senderId',
    rule: 'sender-id-missing',
    message: 'The file needs a sender ID.',
    element: 'ISA06',
  },
  {
    setting: 'groupSender',
    rule: 'group-sender-missing',
    message: 'The file needs a sender code for its group.',
    element: 'GS02',
  },
  {
    setting: 'receiverId',
    rule: 'receiver-id-missing',
    message: 'The file needs the ID of the clearinghouse that receives it.',
    element: 'ISA08',
  },
  {
    setting: 'groupReceiver',
    rule: 'group-receiver-missing',
    message: 'The file needs a receiver code for its group.',
    element: 'GS03',
  },
  {
    setting: 'receiverName',
    rule: 'receiver-name-missing',
    message: 'The file needs the name of the clearinghouse that receives it.',
    element: '1000B NM103',
  },
  {
    setting: 'receiverNumber',
    rule: 'receiver-number-missing',
    message: 'The file needs the number of the clearinghouse that receives it.',
    element: '1000B NM109',
  },
  {
    setting: 'submitterName',
    rule: 'submitter-name-missing',
    message: 'The file needs the name of who sends it, in letters A to Z.',
    element: '1000A NM103',
  },
];

/**
 * The settings of a file: what the clearinghouse is known to want, filled from the practice, overruled by what the
 * user set. Findings of severity STOP say what is still missing, and point at `cells` where the user sets it.
 */
export function transmissionSettings(
  practice: Practice,
  { settings: preset, taxIdIdentifies, title, source }: Clearinghouse,
  own: Partial<TransmissionSettings> = {},
  cells: Readonly<Record<string, CellPlace>> = {},
): { settings: TransmissionSettings; findings: Finding[] } {
  const taxId = readTaxId(practice.taxId ?? '', practice.taxIdType);
  const isPerson = practice.entity === 'person';
  const identifier = own.submitterId ?? (taxIdIdentifies && taxId.ok ? taxId.value.digits : '');
  const settings: TransmissionSettings = {
    senderQualifier: 'ZZ',
    senderId: identifier,
    receiverQualifier: 'ZZ',
    receiverId: '',
    groupSender: identifier,
    groupReceiver: own.receiverId ?? preset.receiverId ?? '',
    submitterEntity: isPerson ? 'person' : 'organization',
    submitterName: (isPerson ? practice.lastName : practice.name) ?? '',
    submitterFirstName: (isPerson ? practice.firstName : null) ?? '',
    submitterId: identifier,
    contactName: [practice.firstName, practice.lastName].filter(Boolean).join(' ') || (practice.name ?? ''),
    contactPhone: practice.phone ?? '',
    contactEmail: practice.email ?? '',
    receiverName: '',
    receiverNumber: own.receiverId ?? preset.receiverId ?? '',
    acknowledgment: '0',
    usage: 'P',
    signatureOnFile: practice.signatureOnFile === true,
    lineBreaks: true,
    ...preset,
    ...own,
  };
  const findings = NEEDED.filter(({ setting }) => isEmpty(settings, setting)).map(
    ({ setting, rule, message, element }): Finding => ({
      rule,
      severity: 'STOP',
      place: cells[setting] ?? null,
      message,
      fix: `Take it from the enrollment papers of ${title} and set it before you make the file.`,
      source: `005010X222A1, ${element}; ${source}`,
    }),
  );
  return { settings, findings: [...findings, ...contactFindings(settings, practice)] };
}

function isEmpty(settings: TransmissionSettings, setting: keyof TransmissionSettings): boolean {
  const text = String(settings[setting]);
  return (setting === 'submitterName' ? nameText(text) : numberAsGiven(text)) === '';
}

function contactFindings(settings: TransmissionSettings, practice: Practice): Finding[] {
  const findings: Finding[] = [];
  if (digitsOf(settings.contactPhone).length < 10 && emailText(settings.contactEmail) === '') {
    findings.push({
      rule: 'submitter-contact-missing',
      severity: 'STOP',
      place: practice.cells['phone'] ?? null,
      message: 'The file needs a telephone number or an e-mail address of who sends it.',
      fix: 'Fill in "Phone" in the Practice table.',
      source: '005010X222A1, 1000A PER04',
    });
  }
  if (!settings.signatureOnFile) {
    findings.push({
      rule: 'provider-signature-not-on-file',
      severity: 'WARN',
      place: practice.cells['signatureOnFile'] ?? null,
      message: 'The claims say that your signature is not on file, and payers refuse such claims.',
      fix: 'If you signed the payers’ forms, write Yes for "Signature on file" in the Practice table.',
      source: '005010X222A1, 2300 CLM06',
    });
  }
  return findings;
}
