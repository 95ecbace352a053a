import { LifecycleStages } from '@univerjs/presets';
import type { FUniver } from '@univerjs/presets';
import type { FromPage } from '../../view/messages';
import type { BookChange, BookView } from '../../view/view';
import { CellData } from './cell-data';
import { ChartPictures } from './chart-pictures';
import { GridSelection, type Selection } from './selection';
import { workbookData } from './sheet-data';
import { ChangeShower } from './show-change';
import { startUniver } from './univer';
import { watchUser } from './user-edits';

export interface Grid {
  readonly api: FUniver;
  show(change: BookChange): void;
  select(selection: Selection): void;
}

export interface GridOptions {
  container: HTMLElement;
  view: BookView;
  selection: Selection;
  send: (message: FromPage) => void;
  notice: (sentence: string) => void;
  /** The sentence with which a custom function explains the error in the selected cell, or null. */
  onMessage: (sentence: string | null) => void;
}

/** Shows a book in Univer's grid. The book is elsewhere: the grid shows what it is told, and tells what is done in it. */
export function openGrid({ container, view, selection, send, notice, onMessage }: GridOptions): Grid {
  const { univer, api } = startUniver(container);
  const data = new CellData(view);
  data.learn(view.styles);
  api.createWorkbook(workbookData(view, data));
  const charts = new ChartPictures(api);
  const shower = new ChangeShower(univer, api, data, charts, view.sheets);
  let selected = selection;
  let explained: string | null = null;
  const explanation = (): string | null => {
    const { row, column } = selected.area;
    const cell = api
      .getActiveWorkbook()
      ?.getSheetBySheetId(selected.sheet)
      ?.getRange(row, column)
      .getCellData();
    const { message } = (cell?.custom ?? {}) as { message?: string };
    explained = message ?? null;
    return explained;
  };
  const follow = new GridSelection(api, (made) => {
    selected = made;
    send({ kind: 'select', ...made });
    onMessage(explanation());
  });
  watchUser(api, { send, notice });
  api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
    if (stage !== LifecycleStages.Rendered) return;
    charts.start();
    follow.show(selection);
    container.dataset['state'] = 'shown';
  });
  return {
    api,
    show(change) {
      const before = explained;
      shower.show(change);
      if (explanation() !== before) onMessage(explained);
    },
    select(wanted) {
      selected = wanted;
      follow.show(wanted);
      onMessage(explanation());
    },
  };
}
