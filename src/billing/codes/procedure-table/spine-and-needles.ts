import type { Counting } from '../counting';
import { addOn, family, first, ONCE, USUAL, type Procedure } from './row';

const NEEDLES = 'medicarepaymentandreimbursement.com on 97810; midpoint of 15 minutes: ask the payer';
const regions = (from: number, to: number | null): Counting => ({ kind: 'regions', from, to });

const SPINE = family(
  { source: 'medheave.com on chiropractic codes', of: ['chiropractic'], takesActiveTreatment: true },
  [
    ['98940', 'Spinal adjustment, 1 or 2 regions', regions(1, 2)],
    ['98941', 'Spinal adjustment, 3 or 4 regions', regions(3, 4)],
    ['98942', 'Spinal adjustment, 5 regions', regions(5, null)],
  ],
);

const ELSEWHERE = family({ source: USUAL, of: ['chiropractic'] }, [
  ['98943', 'Adjustment outside the spine', ONCE],
]);

/** Needles are set anew, beside the time (medicarepaymentandreimbursement.com on 97810). */
const ANEW = { addOnOf: ['97810', '97813'], needsMoreThanTime: true } as const;

/** Payers that want a plan of care on physical medicine want GP on acupuncture too (mpamedia.com 33490 on the VA). */
const NEEDLING = family({ source: NEEDLES, of: ['acupuncture'], plans: ['GP'] }, [
  ['97810', 'Acupuncture, first 15 minutes', first(15)],
  ['97811', 'Acupuncture, later time', addOn(15), ANEW],
  ['97813', 'Electroacupuncture, first 15 minutes', first(15)],
  ['97814', 'Electroacupuncture, later time', addOn(15), ANEW],
]);

const DRY = family({ source: USUAL, of: ['acupuncture', 'physical', 'chiropractic'] }, [
  ['20560', 'Dry needling, 1 or 2 muscles', ONCE],
  ['20561', 'Dry needling, 3 or more muscles', ONCE],
]);

export const SPINE_AND_NEEDLES: readonly Procedure[] = [...SPINE, ...ELSEWHERE, ...NEEDLING, ...DRY];
