import type { SchemaColumn, TableSchema } from './schema';

const text = (key: string, header: string, width: number, help: string): SchemaColumn => ({
  key,
  header,
  kind: 'text',
  width,
  help,
});
const date = (key: string, header: string, help: string): SchemaColumn => ({
  key,
  header,
  kind: 'date',
  width: 74,
  help,
});
const money = (key: string, header: string, help: string): SchemaColumn => ({
  key,
  header,
  kind: 'money',
  width: 70,
  help,
});
const number = (key: string, header: string, help: string): SchemaColumn => ({
  key,
  header,
  kind: 'number',
  width: 64,
  help,
});
const yesNo = (key: string, header: string, help: string): SchemaColumn => ({
  key,
  header,
  kind: 'yes-no',
  width: 64,
  help,
});
const list = (key: string, header: string, width: number, help: string): SchemaColumn => ({
  key,
  header,
  kind: 'list',
  width,
  help,
});
const choice = (key: string, header: string, choices: readonly string[], help: string): SchemaColumn => ({
  key,
  header,
  kind: 'choice',
  choices,
  width: 84,
  help,
});

const address = (prefix: string, key: string, whose: string): SchemaColumn[] => [
  text(`${key}.street`, `${prefix}Street`, 140, `${whose} street address, without punctuation.`),
  text(`${key}.city`, `${prefix}City`, 90, `${whose} city.`),
  text(`${key}.state`, `${prefix}State`, 44, 'Two letters.'),
  text(`${key}.zip`, `${prefix}ZIP`, 70, 'Five or nine digits.'),
];

const YES_NO_HELP = 'Yes or No.';
const SEXES = ['F', 'M', 'U'] as const;

export const practiceTable: TableSchema<'Practice'> = {
  name: 'Practice',
  direction: 'down',
  about: 'Who bills. One value a line.',
  columns: [
    text('name', 'Practice name', 0, 'As it stands on your W-9; box 33.'),
    choice('entity', 'Bills as', ['person', 'organization'], 'person or organization, as with your NPI.'),
    text('firstName', 'First name', 0, 'The therapist.'),
    text('lastName', 'Last name', 0, 'The therapist.'),
    text('credentials', 'Credentials', 0, 'For example LMT.'),
    text('npi', 'Billing NPI', 0, 'Ten digits; box 33a.'),
    text('taxId', 'Tax ID', 0, 'EIN or SSN, nine digits; box 25.'),
    choice('taxIdType', 'Tax ID type', ['EIN', 'SSN'], 'EIN or SSN.'),
    text('taxonomy', 'Taxonomy', 0, 'Ten characters, as in your NPI record; many payers want it.'),
    text('license', 'License number', 0, 'Printed on superbills.'),
    text('licenseState', 'License state', 0, 'Two letters.'),
    date('licenseExpires', 'License expires', 'Sessions after this day are held back.'),
    text('address.street', 'Street', 0, 'No P.O. box: payers want the place itself.'),
    text('address.city', 'City', 0, ''),
    text('address.state', 'State', 0, 'Two letters.'),
    text('address.zip', 'ZIP', 0, 'Nine digits are best: clearinghouses ask for ZIP+4.'),
    text('phone', 'Phone', 0, 'Ten digits.'),
    text('email', 'Email', 0, 'Printed on superbills.'),
    text('renderingFirstName', 'Rendering first name', 0, 'Only if somebody else gives the sessions.'),
    text('renderingLastName', 'Rendering last name', 0, 'Only if somebody else gives the sessions.'),
    text('renderingNpi', 'Rendering NPI', 0, 'Box 24J; empty: the billing NPI.'),
    text('placeOfService', 'Place of service', 0, '11 office, 12 home, 15 mobile unit; box 24B.'),
    yesNo('acceptsAssignment', 'Accepts assignment', 'Yes or No; box 27.'),
    yesNo('signatureOnFile', 'Signature on file', 'Your signature for box 31: Yes or No.'),
  ],
};

export const payersTable: TableSchema<'Payers'> = {
  name: 'Payers',
  direction: 'across',
  about: 'What each payer wants. An empty cell means: not known.',
  columns: [
    text('name', 'Payer', 130, 'As you write it in your sessions.'),
    list('aliases', 'Also written', 110, 'Other spellings in your sessions.'),
    choice(
      'kind',
      'Kind',
      ['commercial', 'auto', 'workers-comp', 'va', 'medicare', 'medicaid', 'cash'],
      'Decides which boxes a claim needs.',
    ),
    text('payerId', 'Payer ID', 70, 'The number your clearinghouse uses.'),
    ...address('', 'address', "The payer's claims"),
    choice(
      'billing',
      'Billing',
      ['claim', 'superbill'],
      'claim: you send it. superbill: the client hands it in.',
    ),
    choice('unitRule', 'Unit rule', ['CMS', 'AMA'], 'CMS adds up all minutes; AMA takes each code alone.'),
    number('dailyUnitCap', 'Units a day', 'Most units the payer pays a day.'),
    list('acceptedCodes', 'Codes accepted', 100, 'Procedure codes; empty: not known.'),
    list('addedModifiers', 'Modifiers added', 70, 'On every 97xxx line, for example GP.'),
    yesNo('referralNeeded', 'Referral needed', YES_NO_HELP),
    yesNo('authorizationNeeded', 'Authorization needed', YES_NO_HELP),
    yesNo('ncciApplies', 'NCCI applies', YES_NO_HELP),
    number('progressReportVisits', 'Report every visits', 'Progress report after this many visits.'),
    number('progressReportDays', 'Report every days', 'Progress report after this many days.'),
    number('daysToFile', 'Days to file', 'Last day to bill, counted from the date of service.'),
    number('daysToFollowUp', 'Days to follow up', 'When to call about an unpaid claim.'),
    number('daysToAppeal', 'Days to appeal', 'Counted from the denial.'),
    yesNo('inNetwork', 'In network', YES_NO_HELP),
    number('laterUnitReduction', 'Later units minus %', 'Expected cut on the second and later units.'),
    text('filingCode', 'Filing code', 60, 'Claim filing indicator of the 837, for example CI, AM, WC, VA.'),
  ],
};

export const clientsTable: TableSchema<'Clients'> = {
  name: 'Clients',
  direction: 'across',
  about: 'Who is treated, and under which coverage.',
  columns: [
    text('name', 'Client', 120, 'As you write the name in your sessions.'),
    list('aliases', 'Also written', 90, 'Other spellings in your sessions.'),
    text('firstName', 'First name', 80, 'As on the insurance card.'),
    text('lastName', 'Last name', 90, 'As on the insurance card.'),
    text('middleInitial', 'MI', 30, ''),
    date('birthDate', 'Birth date', 'Box 3.'),
    choice('sex', 'Sex', SEXES, 'F, M or U; box 3.'),
    ...address('', 'address', "The client's"),
    text('phone', 'Phone', 90, ''),
    text('payer', 'Payer', 120, 'A name of the Payers table.'),
    text('memberId', 'Member ID', 100, 'Box 1a.'),
    text('groupNumber', 'Group number', 90, 'Box 11.'),
    text('planName', 'Plan name', 100, 'Box 11c.'),
    choice(
      'relationship',
      'Relationship',
      ['self', 'spouse', 'child', 'other'],
      'To the policy holder; box 6.',
    ),
    text('subscriberFirstName', 'Policy holder first name', 90, 'Only if it is not the client.'),
    text('subscriberLastName', 'Policy holder last name', 90, 'Only if it is not the client.'),
    date('subscriberBirthDate', 'Policy holder birth date', 'Only if it is not the client.'),
    choice('subscriberSex', 'Policy holder sex', SEXES, 'Only if it is not the client.'),
    ...address('Policy holder ', 'subscriberAddress', "The policy holder's"),
    list('diagnoses', 'Diagnoses', 110, 'Used where a session names none.'),
    choice('accident', 'Accident', ['auto', 'work', 'other'], 'Box 10.'),
    date('accidentDate', 'Accident date', 'Box 14 or 15.'),
    text('accidentState', 'Accident state', 60, 'Two letters; box 10b.'),
    text('claimNumber', 'Claim number', 100, "The insurer's number of the accident case; box 11b."),
    text('employer', 'Employer', 110, "Workers' compensation."),
    date('onsetDate', 'Onset date', 'Box 14.'),
    text('referringFirstName', 'Referring first name', 90, 'Box 17.'),
    text('referringLastName', 'Referring last name', 90, 'Box 17.'),
    text('referringCredentials', 'Referring credentials', 70, 'For example MD, DC.'),
    text('referringNpi', 'Referring NPI', 84, 'Box 17b.'),
    yesNo('releaseSigned', 'Release signed', 'Box 12: Yes or No.'),
    yesNo('benefitsAssigned', 'Benefits assigned', 'Box 13: Yes or No.'),
  ],
};

export const authorizationsTable: TableSchema<'Authorizations'> = {
  name: 'Authorizations',
  direction: 'across',
  about: 'Orders, referrals and prior authorizations, each with what it allows.',
  columns: [
    text('client', 'Client', 120, 'A name of the Clients table.'),
    text('payer', 'Payer', 120, 'Empty: every payer of the client.'),
    text('number', 'Number', 100, 'Box 23.'),
    choice('kind', 'Kind', ['authorization', 'referral', 'order'], ''),
    date('from', 'From', 'First day.'),
    date('to', 'To', 'Last day.'),
    number('visits', 'Visits', 'Visits allowed; empty: not known.'),
    number('units', 'Units', 'Units allowed; empty: not known.'),
    money('dollars', 'Dollars', 'Money allowed; empty: not known.'),
    list('codes', 'Codes', 100, 'Procedure codes it covers; empty: all.'),
  ],
};

export const benefitsTable: TableSchema<'Benefits'> = {
  name: 'Benefits',
  direction: 'across',
  about: 'What the plan said when you called.',
  columns: [
    text('client', 'Client', 120, 'A name of the Clients table.'),
    text('payer', 'Payer', 120, ''),
    date('planYearStarts', 'Plan year starts', 'Month and day count; empty: not known.'),
    number('visitsPerYear', 'Visits a year', 'Empty: not known.'),
    number('visitsUsedElsewhere', 'Used elsewhere', 'Visits of the same pool used with other providers.'),
    money('copay', 'Copay', ''),
    number('coinsurancePercent', 'Coinsurance %', ''),
    money('deductibleLeft', 'Deductible left', 'On the day you asked.'),
    date('verifiedOn', 'Verified on', 'The day you asked.'),
  ],
};

export const feesTable: TableSchema<'Fees'> = {
  name: 'Fees',
  direction: 'across',
  about: 'Your full fee of each code: one unit of a timed code, or the whole of an untimed one.',
  columns: [
    text('code', 'Code', 70, 'Procedure code.'),
    money('fee', 'Fee', 'For one unit.'),
    text('payer', 'Payer', 120, 'Empty: for everyone. A name: the price agreed with that payer.'),
  ],
};

export const claimsTable: TableSchema<'Claims'> = {
  name: 'Claims',
  direction: 'across',
  key: 'account',
  about: 'The register: a row for each claim and superbill that was made.',
  columns: [
    text('account', 'Account', 80, 'Box 26; comes back on the remittance.'),
    choice('kind', 'Kind', ['Claim', 'Superbill'], ''),
    text('month', 'Month', 60, 'Month of service.'),
    text('client', 'Client', 120, ''),
    text('payer', 'Payer', 120, ''),
    date('from', 'From', 'First date of service.'),
    date('to', 'To', 'Last date of service.'),
    number('visits', 'Visits', ''),
    number('lines', 'Lines', ''),
    number('units', 'Units', ''),
    money('billed', 'Billed', ''),
    money('clientPaid', 'Client paid', ''),
    money('allowed', 'Allowed', ''),
    money('insurerPaid', 'Insurer paid', ''),
    money('adjusted', 'Adjusted', ''),
    money('clientOwes', 'Client owes', ''),
    money('balance', 'Balance', ''),
    text('status', 'Status', 84, 'Made, Sent, Paid, Denied …'),
    date('madeOn', 'Made on', ''),
    text('frequency', 'Frequency', 60, '1 original, 7 corrected, 8 void.'),
    text('payerClaimNumber', 'Payer claim number', 110, "The payer's own number."),
    text('authorization', 'Authorization', 100, 'Box 23.'),
    text('replaces', 'Replaces', 80, 'Account of the claim that this one corrects or voids.'),
    text('file', 'File', 84, 'Number of the 837P file that carried it; no file has the number of another.'),
    date('answeredOn', 'Answered on', 'Last answer of the clearinghouse or payer; see the Answers table.'),
    text('sheet', 'Sheet', 110, 'Where its pages are.'),
    text('run', 'Run', 90, 'Which click made it; Undo takes a run back.'),
  ],
};

export const claimLinesTable: TableSchema<'ClaimLines'> = {
  name: 'ClaimLines',
  direction: 'across',
  key: 'control',
  about: 'The service lines of the register, each with the session rows it came from.',
  columns: [
    text('control', 'Line', 96, 'Line control number; comes back on the remittance.'),
    text('account', 'Account', 80, ''),
    text('client', 'Client', 120, ''),
    text('payer', 'Payer', 120, ''),
    date('date', 'Date of service', ''),
    text('code', 'Code', 56, ''),
    text('modifiers', 'Modifiers', 64, ''),
    number('units', 'Units', ''),
    number('minutes', 'Minutes', ''),
    money('charge', 'Charge', ''),
    text('diagnoses', 'Diagnoses', 110, 'The ones this line points at.'),
    text('sessionRows', 'Session rows', 110, 'Where the sessions stood when they were billed.'),
    text('sessionKeys', 'Session keys', 110, 'What the sessions said when they were billed.'),
    text('run', 'Run', 90, ''),
  ],
};

export const answersTable: TableSchema<'Answers'> = {
  name: 'Answers',
  direction: 'across',
  key: 'key',
  about: 'What came back after claims were sent (999, 277CA, TA1): proof of timely filing.',
  columns: [
    date('on', 'Date', 'As the answer says.'),
    text('kind', 'Kind', 54, 'TA1 and 999: of the file. 277CA: of the claim.'),
    text('file', 'File', 84, 'Number of the 837P file.'),
    text('account', 'Account', 80, 'Of the claim.'),
    text('verdict', 'Verdict', 70, 'accepted, received or rejected.'),
    text('reasons', 'Reasons', 260, ''),
    text('from', 'From', 120, 'Clearinghouse or payer.'),
    text('payerClaimNumber', 'Payer claim number', 110, "The payer's own number."),
    text('traceNumber', 'Trace number', 110, "The clearinghouse's own number."),
    text('source', 'Read from', 140, 'Name of the file that was opened.'),
    date('readOn', 'Read on', ''),
    text('key', 'Key', 110, 'So that the same answer is kept once.'),
    text('run', 'Run', 90, ''),
  ],
};

export const paymentsTable: TableSchema<'Payments'> = {
  name: 'Payments',
  direction: 'across',
  key: 'key',
  about: 'Money that came in, by claim line. Type your own rows below; leave the columns after Notes empty.',
  columns: [
    date('received', 'Received', 'The day the money came.'),
    text('from', 'From', 120, 'Payer or client.'),
    text('reference', 'Check or EFT', 100, ''),
    text('account', 'Account', 80, 'Of the claim.'),
    text('control', 'Line', 96, 'Empty: the whole claim.'),
    money('allowed', 'Allowed', ''),
    money('paid', 'Paid', '0 for a denial; less than zero for money taken back.'),
    money('adjusted', 'Adjusted', 'Written off.'),
    money('clientOwes', 'Client owes', 'Deductible, coinsurance, copay.'),
    text('reasons', 'Reasons', 140, 'CO-45 40.00; PR-1 80.00'),
    text('notes', 'Notes', 140, ''),
    text('fromKind', 'Paid by', 60, 'Payer or Client.'),
    text('client', 'Client', 120, ''),
    date('service', 'Date of service', ''),
    text('code', 'Code', 56, ''),
    money('charge', 'Charge', 'Charge the payer decided on.'),
    money('disputed', 'Left open', 'Taken off by the payer, but not written off.'),
    text('remarks', 'Remarks', 80, 'Remark codes.'),
    text('status', 'Claim status', 54, 'CLP02 of the remittance.'),
    yesNo('denied', 'Denied', ''),
    text('forwardedTo', 'Sent on to', 100, 'The next payer.'),
    text('matchedBy', 'Found by', 120, 'How the payment found its line.'),
    text('source', 'Place in the file', 140, ''),
    text('key', 'Key', 140, 'So that the same payment is posted once.'),
    text('payment', 'Payment', 120, 'Row of the Deposits table.'),
    text('run', 'Run', 90, ''),
  ],
};

export const depositsTable: TableSchema<'Deposits'> = {
  name: 'Deposits',
  direction: 'across',
  key: 'key',
  about: 'Each check or transfer, and each amount that the payer took back or added on it.',
  columns: [
    date('received', 'Received', ''),
    choice('kind', 'Kind', ['Payment', 'Provider adjustment'], ''),
    text('from', 'From', 120, ''),
    text('reference', 'Check or EFT', 100, ''),
    money('amount', 'Amount', 'Of the check; a provider adjustment above zero was taken off it.'),
    text('reason', 'Reason', 60, 'Of a provider adjustment: WO, L6, FB …'),
    text('notes', 'Notes', 140, ''),
    text('file', 'Read from', 140, 'Name of the remittance file.'),
    text('content', 'Content', 90, 'Fingerprint of what it says.'),
    text('key', 'Key', 140, 'So that the same check is posted once.'),
    text('payment', 'Payment', 120, 'Of a provider adjustment: key of its check.'),
    text('run', 'Run', 90, ''),
  ],
};

export const unmatchedTable: TableSchema<'Unmatched'> = {
  name: 'Unmatched',
  direction: 'across',
  key: 'key',
  about: 'Payments that found no line of the register, to be settled by hand.',
  columns: [
    date('received', 'Received', ''),
    text('from', 'From', 120, ''),
    text('reference', 'Check or EFT', 100, ''),
    text('client', 'Client', 120, 'As the remittance has it.'),
    text('memberId', 'Member ID', 100, ''),
    text('account', 'Account', 80, 'As the remittance has it.'),
    date('service', 'Date of service', ''),
    text('code', 'Code', 56, ''),
    text('modifiers', 'Modifiers', 64, ''),
    money('charge', 'Charge', ''),
    money('allowed', 'Allowed', ''),
    money('paid', 'Paid', ''),
    text('reasons', 'Reasons', 140, ''),
    text('remarks', 'Remarks', 80, ''),
    text('status', 'Claim status', 54, ''),
    text('why', 'Why', 220, ''),
    text('settledWith', 'Settled with', 96, 'The line it was posted to, or: not ours.'),
    text('payerClaimNumber', 'Payer claim number', 110, ''),
    text('forwardedTo', 'Sent on to', 100, 'The next payer.'),
    text('source', 'Place in the file', 140, ''),
    text('key', 'Key', 140, ''),
    text('payment', 'Payment', 120, 'Row of the Deposits table.'),
    text('run', 'Run', 90, ''),
  ],
};

export const callsTable: TableSchema<'Calls'> = {
  name: 'Calls',
  direction: 'across',
  about: 'Calls, appeals and letters to payers, tied to a claim.',
  columns: [
    date('on', 'Date', ''),
    text('account', 'Account', 80, ''),
    choice('kind', 'Kind', ['Call', 'Appeal', 'Letter', 'Portal'], ''),
    text('spokeWith', 'Spoke with', 110, ''),
    text('reference', 'Reference', 100, ''),
    text('said', 'What was said', 220, ''),
    date('followUp', 'Follow up', ''),
    text('run', 'Run', 90, ''),
  ],
};

/** Identifiers that the clearinghouse assigned. Empty: as its preset or the Practice table has it. */
export const clearinghouseTable: TableSchema<'Clearinghouse'> = {
  name: 'Clearinghouse',
  direction: 'down',
  about: 'Who takes your claim files, and how they know you.',
  columns: [
    text('clearinghouse', 'Clearinghouse', 0, 'office-ally, or other.'),
    text(
      'submitterId',
      'Submitter ID',
      0,
      'Given to you when you enrolled; empty: your tax ID, where that serves.',
    ),
    text('submitterName', 'Submitter name', 0, 'Empty: the name of the practice.'),
    text('submitterFirstName', 'Submitter first name', 0, 'Only where the submitter is a person.'),
    text('contactName', 'Contact name', 0, 'Empty: the therapist.'),
    text('contactPhone', 'Contact phone', 0, 'Empty: the phone of the practice.'),
    text('contactEmail', 'Contact email', 0, 'Empty: the email of the practice.'),
    text('receiverName', 'Receiver name', 0, 'Loop 1000B.'),
    text('receiverNumber', 'Receiver number', 0, 'Loop 1000B, NM109.'),
    text('senderQualifier', 'Sender qualifier', 0, 'ISA05, for example ZZ.'),
    text('senderId', 'Sender ID', 0, 'ISA06.'),
    text('receiverQualifier', 'Receiver qualifier', 0, 'ISA07, for example ZZ or 30.'),
    text('receiverId', 'Receiver ID', 0, 'ISA08.'),
    text('groupSender', 'Group sender', 0, 'GS02.'),
    text('groupReceiver', 'Group receiver', 0, 'GS03.'),
    yesNo('test', 'Test files', 'Yes while you test with the clearinghouse; No or empty: production.'),
  ],
};

export const activityTable: TableSchema<'Activity'> = {
  name: 'Activity',
  direction: 'across',
  about: 'What Claimsheet wrote, and what Undo would take back.',
  columns: [
    text('run', 'Run', 90, ''),
    text('when', 'When', 110, ''),
    text('what', 'What', 260, ''),
    text('sheets', 'Sheets made', 200, 'Undo deletes these.'),
    text('rows', 'Rows added', 160, 'Undo deletes these rows.'),
    text('changed', 'Cells changed', 160, 'Undo gives these cells their former values.'),
  ],
};

/** In the order in which the sheets stand. */
export const TABLES = [
  practiceTable,
  payersTable,
  clientsTable,
  authorizationsTable,
  benefitsTable,
  feesTable,
  claimsTable,
  claimLinesTable,
  answersTable,
  paymentsTable,
  depositsTable,
  unmatchedTable,
  callsTable,
  clearinghouseTable,
  activityTable,
] as const;

export type OwnTableName = (typeof TABLES)[number]['name'];

/** The three columns of a `down` table. */
export const DOWN_HEADERS = ['Item', 'Value', 'Help'] as const;
