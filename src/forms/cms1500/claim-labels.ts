import type { FrameCell } from '../form';
import type { StyleName } from '../styles';
import { LINE_COLUMNS, PAYER_PLACES, PLACES, ROWS } from './claim-layout';
import type { Place } from './claim-layout';
import { BOX_ENTRIES } from './cms1500-boxes';
import { lineBoxes } from './service-boxes';

/** `5 street`, `24J`: how a place of the form is looked up. */
export function boxKey(box: { number: string; part?: string }): string {
  return box.part ? `${box.number} ${box.part}` : box.number;
}

const names = new Map(BOX_ENTRIES.map((entry) => [boxKey(entry), entry.name]));

/** The first place of each box carries the number. Box 21 has a heading of its own. */
const numberedPlaces = new Set<Place>(
  PLACES.filter((place, index) => PLACES.findIndex(({ number }) => number === place.number) === index),
);

function labelOf(place: Place): FrameCell[] {
  if (!place.labelAt) return [];
  const name = names.get(boxKey(place)) ?? '';
  const isNumbered = numberedPlaces.has(place) && place.number !== '21';
  const standsBeside = place.labelAt.row === place.row;
  return [
    {
      ...place.labelAt,
      text: isNumbered ? `${place.number}  ${name}` : name,
      style: standsBeside && !isNumbered ? 'labelRight' : 'label',
    },
  ];
}

/** How a column of box 24 stands: its head and its values. */
export function lineLook(number: string): { head: StyleName; value: StyleName } {
  if (number === '24F') return { head: 'lineHeadRight', value: 'valueRight' };
  return NARROW.has(number)
    ? { head: 'lineHeadCenter', value: 'valueCenter' }
    : { head: 'lineHead', value: 'value' };
}

const NARROW = new Set(['24B', '24C', '24E', '24G', '24H', '24I']);

/** Every label of the boxes: number and a short name of ours. */
export const boxLabels: readonly FrameCell[] = [
  ...[...PAYER_PLACES, ...PLACES].flatMap(labelOf),
  { row: ROWS.diagnoses, column: 1, text: '21  Diagnoses', style: 'label' },
  ...LINE_COLUMNS.map(([number, part, column]): FrameCell => {
    const entry = lineBoxes.find((box) => box.number === number && (box.part ?? '') === part);
    return {
      row: ROWS.lineHead,
      column,
      text: `${number}\n${entry?.name ?? ''}`,
      style: lineLook(number).head,
    };
  }),
];
