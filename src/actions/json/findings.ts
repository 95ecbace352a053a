import { cellAddress } from '../../billing/cell-name';
import type { Finding } from '../../billing/findings';
import { shape } from './shape';

export const FINDING = shape<Finding>()({
  rule: 'plain',
  severity: 'plain',
  sheet: ['plain', ({ place }) => place?.sheet ?? null],
  cell: ['plain', ({ place }) => place && cellAddress(place)],
  client: ['plain', ({ client }) => client ?? null],
  date: ['day', ({ date }) => date ?? null],
  message: 'plain',
  fix: 'plain',
  source: 'plain',
  answers: 'plain',
  cellFix: ['plain', ({ cellFix, place }) => (place ? cellFix : undefined)],
});
