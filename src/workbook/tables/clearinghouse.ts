import { defineTable, text, yesNo } from './define-table';

/** Identifiers that the clearinghouse assigned. Empty: as its preset or the Practice table has it. */
export const clearinghouseTable = defineTable('Clearinghouse', {
  direction: 'down',
  about: 'Who takes your claim files, and how they know you.',
  columns: {
    clearinghouse: text('Clearinghouse', 0, 'office-ally, or other.'),
    submitterId: text(
      'Submitter ID',
      0,
      'Given to you when you enrolled; empty: your tax ID, where that serves.',
    ),
    submitterName: text('Submitter name', 0, 'Empty: the name of the practice.'),
    submitterFirstName: text('Submitter first name', 0, 'Only where the submitter is a person.'),
    contactName: text('Contact name', 0, 'Empty: the therapist.'),
    contactPhone: text('Contact phone', 0, 'Empty: the phone of the practice.'),
    contactEmail: text('Contact email', 0, 'Empty: the email of the practice.'),
    receiverName: text('Receiver name', 0, 'Loop 1000B.'),
    receiverNumber: text('Receiver number', 0, 'Loop 1000B, NM109.'),
    senderQualifier: text('Sender qualifier', 0, 'ISA05, for example ZZ.'),
    senderId: text('Sender ID', 0, 'ISA06.'),
    receiverQualifier: text('Receiver qualifier', 0, 'ISA07, for example ZZ or 30.'),
    receiverId: text('Receiver ID', 0, 'ISA08.'),
    groupSender: text('Group sender', 0, 'GS02.'),
    groupReceiver: text('Group receiver', 0, 'GS03.'),
    test: yesNo('Test files', 'Yes while you test with the clearinghouse; No or empty: production.'),
  },
});
