import type { Answer } from '../../billing/findings';
import { NO_PAYER, NO_PAYER_ANSWERS } from '../../billing/visits/unclear-names';
import { FIELD_NAMES } from '../../workbook/sessions/mapping/field-names';
import { COLUMN } from '../set-up/as-remembered';
import { ATTENDANCE_ANSWERS } from './attendance';
import { BILLED_ANSWERS, BILLED_BEFORE } from './billed-before';
import { DATE_ORDER, ORDER_ANSWERS } from '../../workbook/sessions/rows/order-findings';
import { DATE_ANSWERS } from './dates';
import { PLACE_ANSWERS } from './place';
import { THERAPIST_ANSWERS } from './therapist';
import { VISIT_ANSWERS } from '../sessions/billed-findings';
import { TIME_ZONE } from './time-zone';
import { UNITS_ANSWERS } from './units';

/** A kind of question, told by its key alone: what an answer is called whose rows or tables are gone. */
export interface QuestionKind {
  words: string;
  answers: readonly Omit<Answer, 'key'>[];
}

/** By how their keys begin. */
const KINDS: readonly [RegExp, QuestionKind][] = [
  [/^(no-show|late-cancel|cancelled|struck)-/, { words: 'Did the client come? The row that asked it is gone, or asks no more.', answers: ATTENDANCE_ANSWERS }],
  [new RegExp(`^${BILLED_BEFORE}$`), { words: 'Were the rows that the sheet marks as billed, billed before Claimsheet?', answers: BILLED_ANSWERS }],
  [new RegExp(`^${DATE_ORDER}$`), { words: 'How are the dates of the sheet meant?', answers: [...ORDER_ANSWERS, ...DATE_ANSWERS] }],
  [new RegExp(`^${TIME_ZONE}$`), { words: 'Which time zone is the practice in?', answers: [] }],
  [new RegExp(`^${NO_PAYER}$`), { words: 'Who pays for clients of whom neither the sessions nor the Clients table say it?', answers: NO_PAYER_ANSWERS }],
  [/^place-/, { words: 'What kind of place is it? No row names the place any more.', answers: PLACE_ANSWERS }],
  [/^therapist-/, { words: 'Is it the same therapist? No row has the name any more.', answers: THERAPIST_ANSWERS }],
  [/^service-/, { words: 'Which code is this service? No row has the words any more.', answers: [] }],
  [/^units-/, { words: 'Are the units right as written? The row that asked it is gone, or asks no more.', answers: UNITS_ANSWERS }],
  [/^person-/, { words: 'Whom does a name mean? No row has the name any more.', answers: [] }],
  [/^visit:/, { words: 'Is it another visit than the one that was billed?', answers: VISIT_ANSWERS }],
  [/^forgotten-claims$/, { words: 'Claims that are no longer in the register: were they sent?', answers: [] }],
  [/^older-copy:/, { words: 'Is this older copy of the workbook the one to go on with?', answers: [{ value: 'this-copy', words: 'Go on with this copy' }] }],
]; // prettier-ignore

/** The kind of a question, or null where no question has such a key. */
export function questionKind(key: string): QuestionKind | null {
  const field = columnField(key);
  if (field !== null) return { words: `Which column is ${FIELD_NAMES[field]}?`, answers: [] };
  return KINDS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

/** The field whose column a question asks for; null for any other question. */
export function columnField(key: string): keyof typeof FIELD_NAMES | null {
  const field = key.startsWith(COLUMN) ? key.slice(COLUMN.length) : '';
  return Object.hasOwn(FIELD_NAMES, field) ? (field as keyof typeof FIELD_NAMES) : null;
}
