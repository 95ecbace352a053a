import type { FileStamp, TransmissionSettings } from '../../../src/x12/claim-837p/settings';
import { day } from '../../support/values';

export const SETTINGS: TransmissionSettings = {
  senderQualifier: 'ZZ',
  senderId: 'QH0001',
  receiverQualifier: '30',
  receiverId: '330897513',
  groupSender: 'QH0001',
  groupReceiver: 'OFFALLY',
  submitterEntity: 'organization',
  submitterName: 'Quiet Harbor Massage, LLC',
  submitterFirstName: '',
  submitterId: 'QH0001',
  contactName: 'Marisol Tenfold',
  contactPhone: '(360) 555-0142',
  contactEmail: 'office@quietharbor.example',
  receiverName: 'Office Ally',
  receiverNumber: '330897513',
  acknowledgment: '0',
  usage: 'P',
  signatureOnFile: true,
  lineBreaks: true,
};

/** 2026-11-01, half past nine. */
export const STAMP: FileStamp = { control: 17, day: day('2026-11-01'), time: '0930' };
