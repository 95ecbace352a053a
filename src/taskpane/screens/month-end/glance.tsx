import { notCounted, type MonthEndReport } from '../../../actions/month-end/read-month';
import { monthNotBilledWords } from '../../../billing/month/seen';
import { glanceOf } from '../../model/month/glance';
import { monthName } from '../../model/words';
import { usePane } from '../../pane-context';
import { FindingList } from '../../parts/finding-item';
import { Icon } from '../../parts/icon';

/** The month as one sum, and in words whether it adds up. */
export function Glance({ report }: { report: MonthEndReport }) {
  const { go } = usePane();
  const { rows, outOfBalance, words, faults } = glanceOf(report);
  const stops = notCounted(report);
  const rest = report.findings.filter((finding) => !stops.includes(finding));
  return (
    <section class="card" aria-labelledby="glance-title" data-month={report.month}>
      <h3 id="glance-title">{monthName(report.month)} at a glance</h3>
      <table class="sums">
        <tbody>
          {rows.map(({ sign, label, amount }) => (
            <tr key={label} class={sign === '=' ? 'total' : ''}>
              <th scope="row">
                <span class="sign">{sign}</span> {label}
              </th>
              <td>{amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class={`outOfBalance ${outOfBalance ? 'state-done' : 'state-ask'}`}>
        <Icon name={outOfBalance ? 'done' : 'warn'} /> <strong>{words}</strong>
      </p>
      {faults.length > 0 && (
        <ul class="bullets">
          {faults.map((fault) => (
            <li key={fault} dir="auto">
              {fault}
            </li>
          ))}
        </ul>
      )}
      {report.notBilled.length > 0 && (
        <ul class="bullets">
          {report.notBilled.map((one) => (
            <li key={one.month}>
              {monthNotBilledWords(one, report.asOf)}{' '}
              <button type="button" class="subtle" onClick={() => go('check')}>
                Open Check<span class="hidden"> for {monthName(one.month)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">{report.asOfWords}</p>
      {stops.length > 0 && (
        <details open>
          <summary>Not counted until it is mended ({stops.length})</summary>
          <FindingList findings={stops} />
        </details>
      )}
      {rest.length > 0 && (
        <details>
          <summary>To know about typed payments and tables ({rest.length})</summary>
          <FindingList findings={rest} />
        </details>
      )}
    </section>
  );
}
