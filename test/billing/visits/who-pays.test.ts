import { saysNoInsurance } from '../../../src/billing/visits/who-pays';

test.each([
  'Self pay',
  'CASH',
  'self-pay',
  'Patient',
  'OOP',
  'Private Pay',
  'out of pocket',
  'N/A',
  'Particular',
])('%j pays without insurance', (payer) => {
  expect(saysNoInsurance(payer)).toBe(true);
});

test.each(['Aetna', 'Cash Value Insurance', '', 'Regence BCBS'])(
  '%j does not say that the client pays',
  (payer) => {
    expect(saysNoInsurance(payer)).toBe(false);
  },
);
