import type { RegisterLine } from '../../src/actions/register';
import { linesWithoutSessions } from '../../src/actions/sessions/lines-without-sessions';
import { sessionKey } from '../../src/billing/claims/session-key';
import type { Session } from '../../src/billing/records/session';
import { visit } from '../billing/visit-limits/session';

const line = (session: Session, row = session.place.row): RegisterLine => ({
  control: 'C1',
  account: 'C26090001',
  service: {
    client: session.client,
    payer: 'Cascade Health Plan',
    date: session.date,
    code: '97124',
    units: 4,
    authorization: null,
  },
  visit: null,
  charge: 12000,
  sources: [{ row: `Sessions!${String(row)}`, key: sessionKey(session) }],
});

describe('a billed line', () => {
  const billed = visit({ row: 5, date: 46266, client: 'Ana Ruiz' });
  const lines = [line(billed)];

  test('whose session is in the sheet, there or elsewhere, is not without one', () => {
    expect(linesWithoutSessions({ lines }, [billed])).toEqual([]);
    expect(linesWithoutSessions({ lines }, [visit({ row: 90, date: 46266, client: 'Ana Ruiz' })])).toEqual(
      [],
    );
  });

  test('whose session is gone is without one', () => {
    const other = visit({ row: 6, date: 46267, client: 'Ana Ruiz' });
    expect(linesWithoutSessions({ lines }, [other])).toEqual(lines);
  });

  test('whose row was corrected is not: the visit must not count twice', () => {
    const corrected = visit({ row: 5, date: 46273, client: 'RUIZ, Ana' });
    expect(linesWithoutSessions({ lines }, [corrected])).toEqual([]);
  });

  test('whose row is another client’s now is without one', () => {
    const others = visit({ row: 5, date: 46273, client: 'Boris Vell' });
    expect(linesWithoutSessions({ lines }, [others])).toEqual(lines);
  });

  test('whose row is another billed session’s now is without one', () => {
    const moved = visit({ row: 5, date: 46280, client: 'Ana Ruiz' });
    const both = [...lines, line(moved, 9)];
    expect(linesWithoutSessions({ lines: both }, [moved])).toEqual(lines);
  });
});
