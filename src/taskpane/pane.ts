import pkg from '../../package.json';
import { whenAsked, type Asked } from '../actions/asked';
import { Refusal } from '../workbook/refusal';
import { JOBS, type Preview } from './jobs';

const BUTTONS: readonly (readonly [Asked, string])[] = [
  ['claims', 'Claims'],
  ['superbills', 'Superbills'],
  ['undo', 'Undo'],
];
const LINKS: readonly (readonly [string, string])[] = [
  ['help/billable-units.html', 'Units in a cell: =CLAIM.BILLABLE_UNITS(60,"97124")'],
  ['help/support.html', 'Help'],
  ['help/privacy.html', 'What is stored where'],
];

/** Fills the page that taskpane.html prepares. `today` decides which month is offered: the one before. */
export function showPane(page: Document, today: Date): void {
  const make = <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    set: Partial<HTMLElementTagNameMap[Name]>,
    ...children: Node[]
  ): HTMLElementTagNameMap[Name] => {
    const element = Object.assign(page.createElement(name), set);
    element.append(...children);
    return element;
  };

  const month = make('input', { type: 'month', id: 'month', required: true, value: monthBefore(today) });
  const label = make('label', { htmlFor: 'month', textContent: 'Month of service' });
  const buttons = BUTTONS.map(([asked, words]) =>
    make('button', { type: 'button', textContent: words, onclick: () => void start(asked) }),
  );
  const result = make('div', { className: 'result' });
  result.setAttribute('role', 'status');

  const say = (...lines: string[]): void =>
    result.replaceChildren(...lines.map((line) => make('p', { textContent: line })));
  let busy = false;
  const setBusy = (isBusy: boolean): void => {
    busy = isBusy;
    for (const button of page.querySelectorAll('button')) button.disabled = isBusy;
  };

  /** Runs one step; what Claimsheet refuses is said in its own words, anything else is a fault. */
  async function attempt(step: () => Promise<void>): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      await step();
    } catch (error) {
      if (error instanceof Refusal) say(error.message);
      else {
        say('Something went wrong, and it was not finished. Please try again.');
        throw error;
      }
    } finally {
      setBusy(false);
    }
  }

  async function start(asked: Asked): Promise<void> {
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month.value))
      return say('Write the month as year and month: 2026-10.');
    await attempt(async () => {
      say('Reading the workbook…');
      offer(await JOBS[asked](month.value));
    });
  }

  function offer(preview: Preview): void {
    say(...preview.lines);
    if (preview.confirm === null) return;
    const confirm = make('button', { type: 'button', className: 'primary', textContent: preview.confirm });
    confirm.onclick = () => void attempt(async () => say(await preview.apply()));
    result.append(confirm);
  }

  const links = LINKS.map(([href, textContent]) =>
    make('li', {}, make('a', { href, textContent, target: '_blank', rel: 'noopener' })),
  );
  page
    .querySelector('main')
    ?.replaceChildren(
      label,
      month,
      make('div', { className: 'buttons' }, ...buttons),
      result,
      make('ul', {}, ...links),
      make('p', { className: 'quiet', textContent: `Version ${pkg.version}` }),
    );
  whenAsked((asked) => void start(asked));
}

function monthBefore(today: Date): string {
  const month = new Date(today.getFullYear(), today.getMonth() - 1, 1);
  return `${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, '0')}`;
}
