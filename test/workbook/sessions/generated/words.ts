import type { SessionField } from '../../../../src/billing/records/session';

/** Headers that people write over the columns of their sessions, by what stands below. */
export const HEADERS = {
  date: ['Date', 'DOS', 'Date of Service', 'Fecha', 'Service Date', 'Visit date'],
  client: ['Client', 'Patient', 'Client Name', 'Paciente', 'Patient name'],
  minutes: ['Minutes', 'Min', 'Length', 'Duration', 'Duración'],
  cpt: ['CPT', 'CPT code', 'Code', 'Procedure code'],
  dx: ['Dx', 'Diagnosis', 'ICD-10'],
  payer: ['Insurance', 'Payer', 'Insurance company', 'Seguro'],
  charge: ['Charge', 'Fee', 'Amount billed', 'Price'],
} as const satisfies Partial<Record<SessionField, readonly string[]>>;

/** Over a column that says how the visit went; of the last ones no program knows what they mean. */
export const STATUS_HEADERS = [
  'Status',
  'Attendance',
  'Estado',
  'Disposition',
  'Result',
  'Went how',
  'state',
];
export const NOTES_HEADERS = ['Notes', 'Comments', 'Notas'];
/** Over a column that says when, or that, a session was billed before. */
export const BILLED_HEADERS = [
  'Claim submitted',
  'Date billed',
  'Billed on',
  'Submitted',
  'Claim sent',
  'Claim #',
  'Billed?',
  'Filed',
];

export const KEPT_WORDS = ['Completed', 'kept', 'arrived', 'Attended', 'seen'];
export const NOT_KEPT_WORDS = [
  'No Show',
  'no_show',
  'Cancelled',
  'Late cancel',
  'canceled',
  'NS',
  'cancelada',
];
export const NOT_KEPT_NOTES = [
  'no show - charged',
  'she did not come',
  'cancelled the day before, sick',
  'Late cancel, fee waived',
  'rescheduled to Friday',
  'moved to Thurs next wk',
  'forgot her appointment, no-show',
];
export const KEPT_NOTES = [
  '',
  '',
  'felt better',
  'neck still tight',
  'low back + hip',
  'tip 10',
  'check ref?',
];

export const MONTHS = [
  ['January', 'Jan', 'enero', 'janvier'],
  ['February', 'Feb', 'febrero', 'février'],
  ['March', 'Mar', 'marzo', 'mars'],
  ['April', 'Apr', 'abril', 'avril'],
  ['May', 'May', 'mayo', 'mai'],
  ['June', 'Jun', 'junio', 'juin'],
  ['July', 'Jul', 'julio', 'juillet'],
  ['August', 'Aug', 'agosto', 'août'],
  ['September', 'Sep', 'septiembre', 'septembre'],
  ['October', 'Oct', 'octubre', 'octobre'],
  ['November', 'Nov', 'noviembre', 'novembre'],
  ['December', 'Dec', 'diciembre', 'décembre'],
] as const;

/** Invented. */
export const CLIENTS = ['Lark Vantongeren', 'Ada Fernwhistle', 'Jasper Thimblewick', 'Mona Quillfeather'];
