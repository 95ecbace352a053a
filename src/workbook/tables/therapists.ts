import { day, defineTable, list, rowNeeds, text, type RecordOf } from './define-table';

export const therapistsTable = defineTable('Therapists', {
  about: 'Who gives sessions, where it is more than the one therapist of the Practice table.',
  columns: {
    name: rowNeeds(text('Therapist', 120, 'As you write the name in your sessions.')),
    aliases: list('Also written', 90, 'Other spellings in your sessions, such as initials.'),
    firstName: text('First name', 80, 'As in the NPI record.'),
    lastName: text('Last name', 90, 'As in the NPI record.'),
    credentials: text('Credentials', 80, 'For example LMT.'),
    npi: text('NPI', 84, 'Ten digits; box 24J.'),
    taxonomy: text('Taxonomy', 84, 'Ten characters, as in the NPI record.'),
    license: text('License number', 100, ''),
    licenseState: text('License state', 60, 'Two letters.'),
    licenseExpires: day('License expires', ''),
  },
});

export type Therapist = RecordOf<typeof therapistsTable>;
