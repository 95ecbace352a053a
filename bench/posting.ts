import { lineAccounts } from '../src/billing/payments/line-account';
import { postRemittances } from '../src/billing/payments/post-remittances';
import { cents, ZERO } from '../src/billing/values/cents';
import { addDays } from '../src/billing/values/day';
import { readRemittanceFile } from '../src/x12/remittance-835/read-remittances';
import { day } from '../test/support/values';
import { contextOf } from '../test/support/remittance/post';
import { billedLine, writeRemittances } from '../test/support/remittance/write-remittance';

const SEGMENTS = [5_000, 50_000, 100_000];
const CLAIMS_A_CHECK = 100;
const LINES_A_CLAIM = 4;

/** Posting remittances to a register that knows all their lines, and the accounts that come of it. Asserts nothing. */
export async function measurePosting(): Promise<void> {
  console.log('\nPosting a remittance to a register that knows its lines, best of three.');
  console.log(row(['segments', 'lines', 'ms', 'us/line', 'heap MB at most']));
  for (const segments of SEGMENTS) {
    const { text, register } = written(segments);
    const context = contextOf({ register });
    const count = text.split('~').length;
    let [best, most] = [Infinity, 0];
    for (let turn = 0; turn < 3; turn++) {
      const started = performance.now();
      const result = postRemittances(readRemittanceFile(text), context);
      const accounts = lineAccounts(register, result.postings);
      best = Math.min(best, performance.now() - started);
      most = Math.max(most, process.memoryUsage().heapUsed);
      const open = accounts.filter(({ balance }) => balance !== ZERO).length;
      if (result.postings.length !== register.length || open > 0)
        throw new Error(`${String(result.postings.length)} of ${String(register.length)} lines were posted`);
    }
    console.log(
      row([
        String(count),
        String(register.length),
        best.toFixed(0),
        ((best * 1000) / register.length).toFixed(1),
        (most / 1e6).toFixed(0),
      ]),
    );
  }
  await Promise.resolve();
}

/** About so many segments: checks of a hundred claims of four lines, each paid in part and written off in part. */
function written(segments: number) {
  const claims = Math.ceil(segments / (2 + LINES_A_CLAIM * 4));
  const first = day('2026-01-05');
  const register = Array.from({ length: claims * LINES_A_CLAIM }, (_, index) =>
    billedLine({
      control: `L${String(index)}`,
      account: `A${String(Math.floor(index / LINES_A_CLAIM))}`,
      client: `Client ${String(index % 400)}`,
      date: addDays(first, index % 250),
    }),
  );
  const checks = Math.ceil(claims / CLAIMS_A_CHECK);
  const remittances = Array.from({ length: checks }, (_, check) => ({
    number: String(check + 1),
    date: day('2026-11-09'),
    claims: Array.from({ length: Math.min(CLAIMS_A_CHECK, claims - check * CLAIMS_A_CHECK) }, (__, claim) => {
      const at = (check * CLAIMS_A_CHECK + claim) * LINES_A_CLAIM;
      const own = register.slice(at, at + LINES_A_CLAIM);
      return {
        account: own[0]?.account ?? '',
        status: '1',
        lines: own.map(({ code, charge, date, control }) => ({
          code,
          charge,
          date,
          control,
          paid: cents(8000),
          adjustments: [['CO', '45', cents(4000)] as [string, string, ReturnType<typeof cents>]],
        })),
      };
    }),
  }));
  return { text: writeRemittances(remittances), register };
}

function row(cells: string[]): string {
  return cells.map((cell) => cell.padStart(18)).join('');
}
