import type { TABLES } from '../../../src/workbook/tables';

/**
 * How what a cell holds is made another's:
 * - `keep`: as it is, since it says nothing of a person (codes, amounts, days of service, words to choose from);
 * - `name`: every word of it is a name; `address`: and every number of it;
 * - `payer`: an insurer, whose name stays, less any person's in it;
 * - `number`: an identifier, digit for digit;
 * - `birth`: a birth date, moved with all others;
 * - `text`: free text, of which only plain words of the field stay;
 * - `page`: text of Claimsheet's own, of which only names and numbers that stand elsewhere are replaced;
 * - `sheet`: names of sheets and rows;
 * - `key`: fingerprints of sessions.
 */
export type Treatment =
  'keep' | 'name' | 'address' | 'payer' | 'number' | 'birth' | 'text' | 'page' | 'sheet' | 'key';

type Tables = typeof TABLES;
type OfTable<Name extends keyof Tables> = Readonly<
  Partial<Record<keyof Tables[Name]['columns'] & string, Treatment>>
>;

/** Columns of Claimsheet's own tables that tell of people. Kinds other than text are kept unless they are listed. */
export const OWN_COLUMNS: { readonly [Name in keyof Tables]: OfTable<Name> } = {
  Practice: {
    ...{
      name: 'name',
      firstName: 'name',
      lastName: 'name',
      npi: 'number',
      taxId: 'number',
      license: 'number',
    },
    ...{ 'address.street': 'address', 'address.city': 'address', 'address.zip': 'number' },
    ...{ phone: 'number', email: 'text', renderingFirstName: 'name', renderingLastName: 'name' },
    ...{ renderingNpi: 'number', credentials: 'keep', taxonomy: 'keep', licenseState: 'keep' },
    ...{ 'address.state': 'keep', placeOfService: 'keep' },
  },
  Payers: {
    ...{ name: 'payer', aliases: 'payer', payerId: 'keep', filingCode: 'keep' },
    // Where claims are sent to stands in every payer's manual.
    ...{ 'address.street': 'keep', 'address.city': 'keep', 'address.zip': 'keep', 'address.state': 'keep' },
    ...{ acceptedCodes: 'keep', addedModifiers: 'keep' },
  },
  Clients: {
    ...{ name: 'name', aliases: 'name', firstName: 'name', lastName: 'name', middleInitial: 'name' },
    ...{ birthDate: 'birth', phone: 'number', payer: 'payer', memberId: 'number', groupNumber: 'number' },
    ...{
      'address.street': 'address',
      'address.city': 'address',
      'address.zip': 'number',
      'address.state': 'keep',
    },
    ...{ subscriberFirstName: 'name', subscriberLastName: 'name', subscriberBirthDate: 'birth' },
    ...{ 'subscriberAddress.street': 'address', 'subscriberAddress.city': 'address' },
    ...{ 'subscriberAddress.zip': 'number', 'subscriberAddress.state': 'keep', planName: 'text' },
    ...{ claimNumber: 'number', employer: 'name', referringFirstName: 'name', referringLastName: 'name' },
    ...{ referringNpi: 'number', referringCredentials: 'keep', diagnoses: 'keep', accidentState: 'keep' },
  },
  Therapists: {
    ...{ name: 'name', aliases: 'name', firstName: 'name', lastName: 'name', npi: 'number' },
    ...{ license: 'number', credentials: 'keep', taxonomy: 'keep', licenseState: 'keep' },
  },
  Authorizations: { client: 'name', payer: 'payer', number: 'number', codes: 'keep' },
  Benefits: { client: 'name', payer: 'payer' },
  Fees: { code: 'keep', payer: 'payer', aliases: 'page' },
  Claims: {
    ...{ account: 'keep', month: 'keep', client: 'name', payer: 'payer', status: 'keep', frequency: 'keep' },
    ...{ payerClaimNumber: 'number', authorization: 'number', replaces: 'keep', file: 'keep', place: 'keep' },
    ...{ sheet: 'sheet', run: 'keep' },
  },
  ClaimLines: {
    ...{ control: 'keep', account: 'keep', client: 'name', payer: 'payer', code: 'keep', modifiers: 'keep' },
    ...{ diagnoses: 'keep', sessionRows: 'sheet', sessionKeys: 'key', run: 'keep' },
  },
  Answers: {
    ...{ account: 'keep', file: 'keep', reasons: 'page', from: 'page', payerClaimNumber: 'number' },
    ...{ traceNumber: 'number', source: 'text', key: 'keep', run: 'keep' },
  },
  Payments: {
    ...{
      from: 'page',
      reference: 'number',
      account: 'keep',
      control: 'keep',
      reasons: 'keep',
      notes: 'text',
    },
    ...{ client: 'name', code: 'keep', remarks: 'keep', status: 'keep', forwardedTo: 'page', source: 'text' },
    ...{ key: 'page', payment: 'page', run: 'keep' },
  },
  Deposits: {
    ...{ from: 'page', reference: 'number', reason: 'keep', notes: 'text', file: 'text', content: 'keep' },
    ...{ key: 'page', payment: 'page', run: 'keep' },
  },
  Unmatched: {
    ...{
      from: 'page',
      reference: 'number',
      client: 'name',
      memberId: 'number',
      account: 'keep',
      code: 'keep',
    },
    ...{
      modifiers: 'keep',
      reasons: 'keep',
      remarks: 'keep',
      status: 'keep',
      why: 'page',
      settledWith: 'keep',
    },
    ...{ payerClaimNumber: 'number', forwardedTo: 'page', source: 'text', key: 'page', payment: 'page' },
    ...{ run: 'keep' },
  },
  Months: {
    ...{ key: 'keep', month: 'keep', control: 'keep', account: 'keep', client: 'name', payer: 'payer' },
    ...{ rests: 'keep', keptBy: 'keep', run: 'keep' },
  },
  Calls: {
    ...{ account: 'keep', spokeWith: 'name', reference: 'number', said: 'text', run: 'keep' },
  },
  Clearinghouse: {
    ...{ clearinghouse: 'keep', submitterId: 'number', submitterName: 'name', submitterFirstName: 'name' },
    ...{ contactName: 'name', contactPhone: 'number', contactEmail: 'text', receiverName: 'keep' },
    ...{ receiverNumber: 'keep', senderQualifier: 'keep', senderId: 'number', receiverQualifier: 'keep' },
    ...{ receiverId: 'keep', groupSender: 'number', groupReceiver: 'keep' },
  },
  Activity: {
    ...{ run: 'keep', when: 'keep', what: 'page', sheets: 'sheet', rows: 'page', changed: 'page' },
    ...{ state: 'keep', window: 'keep', mark: 'keep', undo: 'page' },
  },
};

/** Whether the columns of the user's own sheets hold something of a person, by words of their headers. */
export const OWN_WORDS: readonly { header: RegExp; treatment: Treatment }[] = [
  { header: /birth|\bdob\b|geburt|nacimiento|naissance|\bage\b/i, treatment: 'birth' },
  { header: /insurance|insurer|payer|carrier|plan/i, treatment: 'payer' },
  { header: /e-?mail|correo/i, treatment: 'text' },
  {
    header:
      /phone|mobile|\bcell\b|\btel\b|\bfax\b|\bzip\b|postal|member|policy|subscriber (id|no|#)|\bid\b|\bssn\b|\bnpi\b|\bein\b|tax|account|acct|claim (no|num|#)|auth|licen[cs]e|group/i,
    treatment: 'number',
  },
  {
    header: /name|guardian|parent|spouse|contact|employer|referr|doctor|physician|\bpcp\b|patient|client/i,
    treatment: 'name',
  },
  { header: /address|street|city|town/i, treatment: 'address' },
];
