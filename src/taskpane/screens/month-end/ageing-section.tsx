import { AGE_BANDS, type Ageing } from '../../../billing/month/ageing';
import { outstandingOf, type MonthView } from '../../../billing/month/month-view';
import { usDollars, ZERO } from '../../../billing/values/cents';
import { counted } from '../../model/words';
import { AgeingChartView, AgeingLegend } from '../../parts/ageing-chart';
import { Section } from '../../parts/section';

/** How long money is owed, by payer; auto and workers' compensation apart, since it may take longer. */
export function AgeingSection({ report }: { report: MonthView }) {
  const { ageing, cases } = report;
  const { byPayer, waitingForSettlement, clients, credits } = ageing;
  const outstanding = outstandingOf(ageing);
  const others = [
    ...(clients.total === ZERO ? [] : [{ label: 'Clients owe', amount: clients.total }]),
    ...(credits === ZERO ? [] : [{ label: 'Paid too much, or ahead', amount: credits }]),
  ];
  return (
    <Section id="month-ageing" title="What is owed, by age" aside={usDollars(outstanding)} isOpen>
      {outstanding === ZERO && byPayer.length === 0 && <p>Nothing is owed.</p>}
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
                <td>{usDollars(amount)}</td>
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
                    {dollarsLeft === null ? 'dollars left not known' : `${usDollars(dollarsLeft)} left`},{' '}
                    {visitsLeft === null ? 'visits left not known' : `${counted(visitsLeft, 'visit')} left`}
                  </span>
                </span>
                <span class="amount">{usDollars(open)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Rows({ id, title, rows }: { id: string; title: string; rows: readonly Ageing[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <AgeingChartView id={id} title={title} rows={rows} />
      <AgeingLegend />
      <details>
        <summary>The same as a table</summary>
        {rows.map(({ payer, bands, total }) => (
          <table key={payer} class="sums">
            <caption dir="auto">{payer}</caption>
            <tbody>
              {AGE_BANDS.map(({ name }) => (
                <tr key={name}>
                  <th scope="row">{name} days</th>
                  <td>{usDollars(bands[name])}</td>
                </tr>
              ))}
              <tr class="total">
                <th scope="row">Together</th>
                <td>{usDollars(total)}</td>
              </tr>
            </tbody>
          </table>
        ))}
      </details>
    </>
  );
}
