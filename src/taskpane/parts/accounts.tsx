import type { CheckReport } from '../../actions/check/check-month';

/** What became of every row and column of the session sheets, folded. */
export function Accounts({ accounts }: Pick<CheckReport, 'accounts'>) {
  return (
    <>
      {accounts.map(({ sheet, words, unused, tables }) => {
        const leftOut = tables.flatMap((table) => table.leftOut);
        return (
          <details key={sheet} class="why">
            <summary dir="auto">
              <bdi>{sheet}</bdi>: {words}
            </summary>
            {unused.map((sentence) => (
              <p key={sentence} class="quiet" dir="auto">
                {sentence}
              </p>
            ))}
            {leftOut.length > 0 && (
              <ul>
                {leftOut.slice(0, MAX_ROWS).map(({ row, why }) => (
                  <li key={row} class="quiet" dir="auto">
                    Row {row}: {why}
                  </li>
                ))}
                {leftOut.length > MAX_ROWS && <li class="quiet">{leftOut.length - MAX_ROWS} more rows.</li>}
              </ul>
            )}
          </details>
        );
      })}
    </>
  );
}

/** More rows than a person reads one by one. */
const MAX_ROWS = 50;
