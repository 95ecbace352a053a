import type { PaneFrame, PaneHost } from '../frame/pane-host';
import { REQUIREMENT_SETS } from '../../runtime/external';
import type { FromPage, RibbonButton } from '../view/messages';
import { element } from './elements';
import { OFFICE_THEMES } from './office-themes';

/** Pixels. Excel's own pane is 350 wide on Windows and 320 on the web. */
const WIDTH = { least: 270, usual: 350, most: 600 };

/** The docked frame with the add-in's page, which is also its shared runtime: hidden, it goes on running. */
export class Pane {
  private frame: PaneFrame | null = null;
  private isReady = false;
  private readonly waiting: RibbonButton[] = [];

  /** Labels of pressed buttons that are at work, the oldest first: the add-in does one after the other. */
  private readonly atWork: string[] = [];

  /** `showWork` is told the button that is at work, and null when none is. */
  constructor(
    private readonly send: (message: FromPage) => void,
    private readonly showWork: (label: string | null) => void,
  ) {
    element('#close-pane').addEventListener('click', () => this.setVisible(false));
    makeResizable(element('.divider'), element('.pane'));
  }

  /** Loads the add-in. `address` is the page's own: it may ask for another theme or another Excel. */
  start(settings: [string, unknown][], isVisible: boolean, address: URLSearchParams): void {
    this.show(isVisible);
    this.atWork.length = 0;
    const theme = OFFICE_THEMES[address.get('theme') ?? 'light'];
    const api = address.get('ExcelApi');
    const host: PaneHost = {
      requirementSets: api === null ? REQUIREMENT_SETS : { ...REQUIREMENT_SETS, ExcelApi: api },
      settings: new Map(settings),
      displayMode: isVisible ? 'taskpane' : 'hidden',
      ...(theme && { theme }),
      attach: (frame) => (this.frame = frame),
      send: (text) => this.send({ kind: 'client', text }),
      ready: () => {
        this.isReady = true;
        document.body.dataset['addIn'] = 'ready';
        this.send({ kind: 'runtime ready' });
        for (const button of this.waiting.splice(0)) this.run(button);
      },
      commandCompleted: () => {
        this.atWork.shift();
        this.showWork(this.atWork[0] ?? null);
      },
    };
    window.deskPane = host;
    element<HTMLIFrameElement>('#pane-frame').src = '../add-in/taskpane.html';
  }

  receive(message: object): void {
    this.frame?.receive(JSON.stringify(message));
  }

  /** What a button of the ribbon does. Before the add-in has loaded it waits, as in Excel. */
  press(button: RibbonButton): void {
    if (button.action.kind === 'show pane') return this.setVisible(true);
    this.atWork.push(button.label);
    this.showWork(this.atWork[0] ?? null);
    if (this.isReady) this.run(button);
    else this.waiting.push(button);
  }

  private run({ id, action }: RibbonButton): void {
    if (action.kind === 'run') this.frame?.run(action.functionName, id);
  }

  show(isVisible: boolean): void {
    element('.pane').hidden = !isVisible;
    element('.divider').hidden = !isVisible;
  }

  private setVisible(isVisible: boolean): void {
    this.show(isVisible);
    this.send({ kind: 'pane', visible: isVisible });
  }
}

function makeResizable(divider: HTMLElement, pane: HTMLElement): void {
  const resize = (width: number): void => {
    const bounded = Math.min(WIDTH.most, Math.max(WIDTH.least, Math.round(width)));
    pane.style.width = `${String(bounded)}px`;
    divider.setAttribute('aria-valuenow', String(bounded));
  };
  divider.setAttribute('aria-valuemin', String(WIDTH.least));
  divider.setAttribute('aria-valuemax', String(WIDTH.most));
  const asked = Number(new URLSearchParams(location.search).get('width'));
  resize(asked || WIDTH.usual);
  divider.addEventListener('pointerdown', (event) => {
    divider.setPointerCapture(event.pointerId);
    document.body.classList.add('resizing');
  });
  divider.addEventListener('pointermove', (event) => {
    if (divider.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
  });
  divider.addEventListener('pointerup', () => document.body.classList.remove('resizing'));
  divider.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: 10, ArrowRight: -10 }[event.key];
    if (step !== undefined) resize(pane.offsetWidth + step);
  });
}
