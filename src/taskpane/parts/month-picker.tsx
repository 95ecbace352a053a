import { counted, monthName } from '../model/words';

/** The months that have sessions, latest first. */
export function MonthPicker(props: {
  id: string;
  months: readonly { month: string; sessions: number }[];
  month: string;
  choose: (month: string) => void;
}) {
  const { id, months, month, choose } = props;
  return (
    <div class="field">
      <label for={id}>Month of service</label>
      <select id={id} value={month} onChange={(event) => choose(event.currentTarget.value)}>
        {[...months].reverse().map((one) => (
          <option key={one.month} value={one.month}>
            {monthName(one.month)} ({counted(one.sessions, 'session')})
          </option>
        ))}
      </select>
    </div>
  );
}
