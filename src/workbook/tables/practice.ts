import { PROFESSION_IDS } from '../../billing/professions/professions';
import { choice, day, defineTable, text, yesNo, type RecordOf } from './define-table';

export const practiceTable = defineTable('Practice', {
  direction: 'down',
  about: 'Who bills. One value a line.',
  columns: {
    name: text('Practice name', 0, 'As it stands on your W-9; box 33.'),
    entity: choice('Bills as', ['person', 'organization'], 'person or organization, as with your NPI.'),
    firstName: text('First name', 0, 'The therapist.'),
    lastName: text('Last name', 0, 'The therapist.'),
    credentials: text('Credentials', 0, 'For example LMT.'),
    npi: text('Billing NPI', 0, 'Ten digits; box 33a.'),
    taxId: text('Tax ID', 0, 'EIN or SSN, nine digits; box 25.'),
    taxIdType: choice('Tax ID type', ['EIN', 'SSN'], 'EIN or SSN.'),
    taxonomy: text('Taxonomy', 0, 'Ten characters, as in your NPI record; many payers want it.'),
    license: text('License number', 0, 'Printed on superbills.'),
    licenseState: text('License state', 0, 'Two letters.'),
    licenseExpires: day('License expires', 'Sessions after this day are held back.'),
    'address.street': text('Street', 0, 'No P.O. box: payers want the place itself.'),
    'address.city': text('City', 0, ''),
    'address.state': text('State', 0, 'Two letters.'),
    'address.zip': text('ZIP', 0, 'Nine digits are best: clearinghouses ask for ZIP+4.'),
    phone: text('Phone', 0, 'Ten digits.'),
    email: text('Email', 0, 'Printed on superbills.'),
    renderingFirstName: text('Rendering first name', 0, 'Only if somebody else gives the sessions.'),
    renderingLastName: text('Rendering last name', 0, 'Only if somebody else gives the sessions.'),
    renderingNpi: text('Rendering NPI', 0, 'Box 24J; empty: the billing NPI.'),
    placeOfService: text('Place of service', 0, '11 office, 12 home, 15 mobile unit; box 24B.'),
    acceptsAssignment: yesNo('Accepts assignment', 'Yes or No; box 27.'),
    signatureOnFile: yesNo('Signature on file', 'Your signature for box 31: Yes or No.'),
    profession: choice(
      'Profession',
      PROFESSION_IDS,
      'Only if taxonomy and credentials do not tell; it chooses the rules of your field.',
    ),
  },
});

export type Practice = RecordOf<typeof practiceTable>;
