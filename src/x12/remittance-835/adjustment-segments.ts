import type { Adjustment, ProviderAdjustment } from '../../billing/payments/remittance/remittance';
import { placeOf, type SegmentValues } from './segment-values';

const GROUPS = new Set(['CO', 'PR', 'OA', 'PI']);
/** CAS02-04, 05-07, 08-10, 11-13, 14-16, 17-19: reason, amount, quantity. */
const TRIPLETS = [2, 5, 8, 11, 14, 17];
const LAST_OF_CAS = 19;
/** PLB03-04 to PLB13-14: reason with reference, amount. */
const PAIRS = [3, 5, 7, 9, 11, 13];

/** All triplets of a CAS segment. */
export function adjustmentsOf(values: SegmentValues): Adjustment[] {
  const group = values.text(1).toUpperCase();
  if (!GROUPS.has(group)) values.note(1, `should be CO, PR, OA or PI and is “${group}”`);
  if (values.segment.length > LAST_OF_CAS)
    values.say(LAST_OF_CAS + 1, 'is more than the six adjustments of a CAS');
  return TRIPLETS.flatMap((first) => {
    const reason = values.text(first).toUpperCase();
    if (reason === '' && values.text(first + 1) === '') return [];
    if (reason === '') values.say(first, 'should be a reason code and is empty');
    const amount = values.neededAmount(first + 1);
    return [{ group, reason, amount, quantity: values.number(first + 2), at: placeOf(values.segment) }];
  });
}

/** All pairs of a PLB segment. */
export function providerAdjustmentsOf(values: SegmentValues): ProviderAdjustment[] {
  return PAIRS.flatMap((first) => {
    if (values.text(first) === '' && values.text(first + 1) === '') return [];
    const [reason = '', reference = ''] = values.components(first);
    return [
      {
        at: placeOf(values.segment),
        provider: values.text(1),
        date: values.day(2),
        reason: reason.toUpperCase(),
        reference,
        amount: values.neededAmount(first + 1),
      },
    ];
  });
}
