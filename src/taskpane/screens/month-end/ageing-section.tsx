import type { MonthEndReport, ReportedAgeing } from '../../../actions/month-end/reported-month';
import { bandsOf } from '../../model/month/ageing-chart';
import { counted, money } from '../../model/words';
import { AgeingChartView, AgeingLegend } from '../../parts/ageing-chart';
import { Section } from '../../parts/section';

/** How long money is owed, by payer; auto and workers' compensation apart, since it may wait for a settlement. */
export function AgeingSection({ report }: { report: MonthEndReport }) {
  const { byPayer, waitingForSettlement, clients, credits, outstanding } = report.ageing;
  const { cases } = report;
  const others = [
    ...(clients.total === 0 ? [] : [{ label: 'Clients owe', amount: clients.total }]),
    ...(credits === 0 ? [] : [{ label: 'Paid too much, or ahead', amount: credits }]),
  ];
  return (
    <Section id="month-ageing" title="What is owed, by age" aside={money(outstanding)} isOpen>
      {outstanding === 0 && byPayer.length === 0 && <p>Nothing is owed.</p>}
      <Rows id="ageing-payers" title="Payers, by days since the claim was made" rows={byPayer} />
      {waitingForSettlement.length > 0 && (
        <>
          <h4>Auto and workers’ comp, apart</h4>
          <Rows
            id="ageing-cases"
            title="Auto and workers’ comp, by days since the claim was made"
            rows={waitingForSettlement}
          />
        </>
      )}
      {others.length > 0 && (
        <table class="sums">
          <tbody>
            {others.map(({ label, amount }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{money(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {cases.length > 0 && (
        <details>
          <summary>What is left in these cases ({cases.length})</summary>
          <ul class="plain lines">
            {cases.map(({ client, payer, open, visits, dollarsLeft, visitsLeft }) => (
              <li key={`${client} ${payer}`} class="line">
                <span class="grow">
                  <strong dir="auto">{client}</strong>
                  <span class="quiet block" dir="auto">
                    {payer}, {counted(visits, 'visit')} so far
                  </span>
                  <span class="quiet block">
                    {dollarsLeft === null ? 'dollars left not known' : `${money(dollarsLeft)} left`},{' '}
                    {visitsLeft === null ? 'visits left not known' : `${counted(visitsLeft, 'visit')} left`}
                  </span>
                </span>
                <span class="amount">{money(open)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Rows({ id, title, rows }: { id: string; title: string; rows: readonly ReportedAgeing[] }) {
  if (rows.length === 0) return null;
  const bands = bandsOf(rows);
  return (
    <>
      <AgeingChartView id={id} title={title} rows={rows} />
      <AgeingLegend bands={bands} />
      <details>
        <summary>The same as a table</summary>
        {rows.map(({ payer, bands: amounts, total }) => (
          <table key={payer} class="sums">
            <caption dir="auto">{payer}</caption>
            <tbody>
              {bands.map((band) => (
                <tr key={band}>
                  <th scope="row">{band} days</th>
                  <td>{money(amounts[band] ?? 0)}</td>
                </tr>
              ))}
              <tr class="total">
                <th scope="row">Together</th>
                <td>{money(total)}</td>
              </tr>
            </tbody>
          </table>
        ))}
      </details>
    </>
  );
}
