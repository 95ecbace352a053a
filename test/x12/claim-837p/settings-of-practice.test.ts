import { clearinghouse } from '../../../src/x12/claim-837p/clearinghouses';
import { isSettingName, type TransmissionSettings } from '../../../src/x12/claim-837p/settings';
import { transmissionSettings } from '../../../src/x12/claim-837p/settings-of-practice';
import { practiceOf } from '../../billing/claims/records';

const practice = practiceOf({
  name: 'Quiet Harbor Massage',
  entity: 'person',
  firstName: 'Marisol',
  lastName: 'Tenfold',
  taxId: '12-3456789',
  phone: '360-555-0142',
  signatureOnFile: true,
});

function settingsOf(id: string, own: Partial<TransmissionSettings> = {}, who = practice) {
  const house = clearinghouse(id);
  if (!house) throw new Error(`No clearinghouse ${id}.`);
  return transmissionSettings(who, house, own);
}

test('Office Ally is addressed by its own tax ID, and knows the practice by the practice’s', () => {
  const { settings, findings } = settingsOf('office-ally');
  expect(findings).toEqual([]);
  expect(settings).toMatchObject({
    senderId: '123456789',
    submitterId: '123456789',
    receiverQualifier: '30',
    receiverId: '330897513',
    groupReceiver: 'OFFALLY',
    receiverName: 'OFFICE ALLY',
    receiverNumber: '330897513',
    submitterName: 'Tenfold',
    submitterFirstName: 'Marisol',
    usage: 'P',
  });
});

test('every identifier may be set otherwise', () => {
  const own = {
    submitterId: 'QH1',
    receiverQualifier: '01',
    groupReceiver: '330897513',
    usage: 'T',
  } as const;
  expect(settingsOf('office-ally', own).settings).toMatchObject({
    ...own,
    senderId: 'QH1',
    groupSender: 'QH1',
  });
});

test('of another clearinghouse nothing is assumed: what is missing is asked for', () => {
  const { findings } = settingsOf('other');
  expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    'STOP submitter-id-missing',
    'STOP sender-id-missing',
    'STOP group-sender-missing',
    'STOP receiver-id-missing',
    'STOP group-receiver-missing',
    'STOP receiver-name-missing',
    'STOP receiver-number-missing',
  ]);
  const own = { submitterId: 'A1', receiverId: 'B2', receiverName: 'Sample House' };
  expect(settingsOf('other', own).findings).toEqual([]);
});

test('somebody must be reachable, and the signature on file is asked about', () => {
  const { findings } = settingsOf(
    'office-ally',
    {},
    practiceOf({ ...practice, phone: null, signatureOnFile: null }),
  );
  expect(findings.map(({ rule, severity, place }) => [rule, severity, place !== null])).toEqual([
    ['submitter-contact-missing', 'STOP', true],
    ['provider-signature-not-on-file', 'WARN', true],
  ]);
});

test('only names of settings are names of settings', () => {
  expect(isSettingName('receiverId')).toBe(true);
  expect(isSettingName('constructor')).toBe(false);
});
