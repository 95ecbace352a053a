import { family, HALF, ONCE, QUARTER, USUAL, type Procedure } from './row';

const ABA = 'ABAI (abainsight.ai): all by the quarter hour; midpoint of 15 minutes: ask the payer';
const MNT = 'medicarepaymentandreimbursement.com and medinfohome on nutrition therapy';
const LACTATION = 'lactationsolutionsofprinceton.com, rootedlactation.com';

const BEHAVIOR = family(
  { source: ABA, of: ['behavior-analysis'], takesCredential: true, byTelehealth: true },
  [
    ['97151', 'Behavior assessment by the analyst', QUARTER],
    ['97152', 'Behavior assessment by a technician', QUARTER, { byTechnician: true }],
    ['97153', 'Behavior treatment by a technician', QUARTER, { byTechnician: true }],
    ['97154', 'Behavior treatment in a group by a technician', QUARTER, { byTechnician: true }],
    ['97155', 'Behavior treatment by the analyst', QUARTER],
    ['97156', 'Guidance of the family', QUARTER],
    ['97157', 'Guidance of several families', QUARTER],
    ['97158', 'Behavior treatment in a group by the analyst', QUARTER],
    ['0362T', 'Behavior assessment with several technicians', QUARTER, { byTechnician: true }],
    ['0373T', 'Behavior treatment with several technicians', QUARTER, { byTechnician: true }],
  ],
);

const NUTRITION = family({ source: MNT, of: ['nutrition'], byTelehealth: true }, [
  ['97802', 'Nutrition therapy, first visit', QUARTER],
  ['97803', 'Nutrition therapy, later visit', QUARTER],
  ['97804', 'Nutrition therapy in a group', HALF],
  ['G0270', 'Nutrition therapy after a new order', QUARTER],
  ['G0271', 'Nutrition therapy in a group after a new order', HALF],
  ['G0108', 'Diabetes training', HALF, { source: USUAL }],
  ['G0109', 'Diabetes training in a group', HALF, { source: USUAL }],
  ['S9470', 'Nutrition counseling visit', ONCE, { source: USUAL }],
]);

const TEACHING = family({ source: LACTATION, of: ['lactation', 'nutrition'], byTelehealth: true }, [
  ['S9443', 'Lactation class', ONCE, { of: ['lactation'] }],
  ['98960', 'Self-management training, one client', HALF],
  ['98961', 'Self-management training, 2 to 4 clients', HALF],
  ['98962', 'Self-management training, 5 to 8 clients', HALF],
]);

export const BEHAVIOR_AND_NUTRITION: readonly Procedure[] = [...BEHAVIOR, ...NUTRITION, ...TEACHING];
