import { cellAddress } from '../../billing/cell-name';
import type { MyAnswer } from '../../practice/questions/my-answers';
import { shape } from './shape';

export const MY_ANSWER = shape<MyAnswer>()({
  key: 'plain',
  value: 'plain',
  question: 'plain',
  sheet: ['plain', ({ place }) => place?.sheet ?? null],
  cell: ['plain', ({ place }) => place && cellAddress(place)],
  words: 'plain',
  when: 'plain',
  answers: 'plain',
});
