import { Workbench } from './workbench';

/** 2026-02-02 in the two systems; in the 1904 system days count from 1904-01-01, which is day 0. */
const MONDAY = { 1900: 46055, 1904: 44593 };

describe.each([1900, 1904] as const)('dates in the %s system', (system) => {
  let bench: Workbench;
  beforeEach(() => {
    bench = new Workbench(MONDAY[1900]);
    bench.book.date1904 = system === 1904;
    bench.put('A1', MONDAY[system]);
  });
  afterEach(() => {
    bench.close();
  });

  it.each([
    ['=DATE(2026,2,2)', MONDAY[system]],
    ['=TODAY()', MONDAY[system]],
    ['=YEAR(A1)*10000+MONTH(A1)*100+DAY(A1)', 20260202],
    ['=WEEKDAY(A1)', 2],
    ['=TEXT(A1,"yyyy-mm-dd")', '2026-02-02'],
    ['=TEXT(A1,"0")', String(MONDAY[system])],
    ['=EDATE(A1,1)-A1', 28],
    ['=EOMONTH(A1,0)-A1', 26],
    ['=DATEDIF(A1,DATE(2026,3,2),"d")', 28],
    ['=NETWORKDAYS(A1,A1+7)', 6],
    ['=WORKDAY(A1,5)-A1', 7],
    ['=DATEVALUE("2026-02-02")', MONDAY[system]],
    ['=SUM(YEAR(A1:A1))', 2026],
    ['=IF(A1>=DATE(2026,2,1),"in February","before")', 'in February'],
  ])('%s is %s', async (formula, shows) => {
    bench.put('B1', formula);
    await bench.calculate();
    expect(bench.value('B1')).toBe(shows);
  });
});
