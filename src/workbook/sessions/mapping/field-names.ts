import type { SessionField } from '../../../billing/records/session';

/** What a field is called in a sentence. */
export const FIELD_NAMES: Record<SessionField, string> = {
  date: 'the date of service',
  client: 'the client',
  start: 'the start time',
  end: 'the end time',
  minutes: 'the minutes',
  cpt: 'the procedure code',
  dx: 'the diagnosis code',
  payer: 'the payer',
  charge: 'the charge',
  paid: 'what the client paid',
  copay: 'the copay',
  insurance_paid: 'what the insurance paid',
  status: 'the status',
  notes: 'the notes',
  units: 'the units',
  modifiers: 'the modifiers',
  provider: 'the provider',
  place: 'the place of service',
  service: 'what was done, in words',
  assistant: 'the assistant',
  billed: 'whether it was billed before',
};
