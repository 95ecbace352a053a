import { createElement as element, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  Button,
  Field,
  FluentProvider,
  Image,
  Textarea,
  makeStyles,
  tokens,
  webLightTheme,
} from '@fluentui/react-components';
import { ClipboardTaskListLtr24Regular, Money24Regular, Table24Regular } from '@fluentui/react-icons';

/**
 * A pane of the size of the one in Microsoft's template Office-Addin-TaskPane-React, in words of our own: a header, a
 * list of three things with icons, a text field and a button, made with the packages that the template is made with.
 */
const useStyles = makeStyles({
  page: { minHeight: '100vh' },
  header: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    padding: '24px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  title: { fontSize: tokens.fontSizeHero900, fontWeight: tokens.fontWeightRegular },
  item: { display: 'flex', columnGap: '10px', marginBottom: '16px', fontSize: tokens.fontSizeBase300 },
  form: { display: 'flex', flexDirection: 'column', rowGap: '16px', padding: '16px' },
});

const ICON = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>';

const THINGS = [
  [Table24Regular, 'A list with three things'],
  [ClipboardTaskListLtr24Regular, 'Each with an icon'],
  [Money24Regular, 'And a few words'],
];

function Header({ title }) {
  const styles = useStyles();
  return element(
    'section',
    { className: styles.header },
    element(Image, { src: ICON, width: 64, height: 64, alt: '' }),
    element('h1', { className: styles.title }, title),
  );
}

function Things() {
  const styles = useStyles();
  return element(
    'ul',
    null,
    ...THINGS.map(([icon, words]) => element('li', { className: styles.item }, element(icon), words)),
  );
}

function InsertText() {
  const styles = useStyles();
  const [text, setText] = useState('Some words.');
  const insert = () =>
    Excel.run(async (context) => {
      context.workbook.getActiveCell().values = [[text]];
      await context.sync();
    });
  return element(
    'div',
    { className: styles.form },
    element(
      Field,
      { label: 'Words for the selected cell', size: 'large' },
      element(Textarea, { size: 'large', value: text, onChange: (_event, { value }) => setText(value) }),
    ),
    element(Button, { appearance: 'primary', size: 'large', onClick: insert }, 'Insert'),
  );
}

function Pane() {
  const styles = useStyles();
  return element(
    'div',
    { className: styles.page },
    element(Header, { title: 'Welcome' }),
    element(Things),
    element(InsertText),
  );
}

const root = createRoot(document.getElementById('container'));
void Office.onReady(() => root.render(element(FluentProvider, { theme: webLightTheme }, element(Pane))));
