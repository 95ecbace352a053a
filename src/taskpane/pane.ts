import pkg from '../../package.json';

/** Fills the page that taskpane.html prepares. */
export function showPane(page: Document): void {
  const main = page.querySelector('main');
  if (!main) throw new Error('taskpane.html has no main element');
  const version = page.createElement('p');
  version.className = 'quiet';
  version.textContent = `Version ${pkg.version}`;

  const heading = page.createElement('h2');
  heading.textContent = 'Units in a cell';
  const words = page.createElement('p');
  words.append('Type ');
  const formula = page.createElement('code');
  formula.textContent = '=CLAIM.BILLABLE_UNITS(60,"97124")';
  words.append(formula, ' in a cell to turn minutes into billable units.');

  const links = page.createElement('ul');
  links.append(
    link(page, 'help/billable-units.html', 'How units are counted'),
    link(page, 'help/support.html', 'Help'),
    link(page, 'help/privacy.html', 'What is stored where'),
  );
  main.replaceChildren(version, heading, words, links);
}

function link(page: Document, href: string, text: string): HTMLLIElement {
  const item = page.createElement('li');
  const anchor = page.createElement('a');
  anchor.href = href;
  anchor.target = '_blank';
  anchor.rel = 'noopener';
  anchor.textContent = text;
  item.append(anchor);
  return item;
}
