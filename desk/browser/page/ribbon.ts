import type { Ribbon, RibbonButton } from '../view/messages';
import { element } from './elements';

const ICON = 32;

/** Shows the add-in's ribbon group with its own words and icons; `press` does what a button is for. */
export async function showRibbon(press: (button: RibbonButton) => void): Promise<void> {
  const response = await fetch('../ribbon.json');
  const { group, buttons } = (await response.json()) as Ribbon;
  const row = document.createElement('div');
  row.className = 'group-buttons';
  row.append(...buttons.map((button) => buttonOf(button, press)));
  const label = document.createElement('div');
  label.className = 'group-label';
  label.textContent = group;
  const box = document.createElement('div');
  box.className = 'group';
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', group);
  box.append(row, label);
  element('.ribbon').replaceChildren(box);
}

function buttonOf(button: RibbonButton, press: (button: RibbonButton) => void): HTMLButtonElement {
  const icon = document.createElement('img');
  icon.src = `../add-in/${button.icons[ICON] ?? ''}`;
  icon.alt = '';
  icon.width = ICON;
  icon.height = ICON;
  const made = document.createElement('button');
  made.type = 'button';
  made.id = button.id;
  made.title = `${button.title}\n${button.description}`;
  made.append(icon, button.label);
  made.addEventListener('click', () => press(button));
  return made;
}
