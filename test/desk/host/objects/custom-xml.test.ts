import { closeDesks, openDesk, refusal, type Desk } from '../desk';

const RUN = 'urn:example:run';
const run = (number: number): string => `<run xmlns="${RUN}" number="${String(number)}">Ada &amp; Ben</run>`;

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(closeDesks);

test('a part that is added is found by its id, with its namespace and its text', async () => {
  await desk.run(async (context) => {
    const added = context.workbook.customXmlParts.add(run(1));
    added.load('id,namespaceUri');
    await context.sync();
    expect(added.id).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/);
    const found = context.workbook.customXmlParts.getItem(added.id.toLowerCase());
    found.load('namespaceUri');
    const xml = found.getXml();
    await context.sync();
    expect([found.namespaceUri, xml.value]).toEqual([RUN, run(1)]);
  });
});

test('its id is known in the request that adds it, for a note kept elsewhere', async () => {
  await desk.run(async (context) => {
    const added = context.workbook.customXmlParts.add(run(1));
    added.load('id');
    await context.sync();
    context.workbook.settings.add('run', added.id);
    await context.sync();
    expect(desk.book.customXmlParts[0]?.id).toBe(desk.book.settings.get('run'));
  });
});

test('two parts of the same text are two parts', async () => {
  await desk.run(async (context) => {
    const { customXmlParts } = context.workbook;
    customXmlParts.add(run(1));
    customXmlParts.add(run(1));
    customXmlParts.load('items/id');
    await context.sync();
    expect(new Set(customXmlParts.items.map(({ id }) => id)).size).toBe(2);
  });
});

test('parts are found by the namespace of their root element, whatever its prefix', async () => {
  await desk.run(async (context) => {
    const { customXmlParts } = context.workbook;
    customXmlParts.add(run(1));
    customXmlParts.add(`<r:run xmlns:r="${RUN}"/>`);
    customXmlParts.add('<other xmlns="urn:other"><run xmlns="urn:example:run"/></other>');
    customXmlParts.add('<plain/>');
    const scoped = customXmlParts.getByNamespace(RUN);
    scoped.load('items/namespaceUri');
    const counts = [customXmlParts, scoped, customXmlParts.getByNamespace('urn:none')].map((each) =>
      each.getCount(),
    );
    await context.sync();
    expect(counts.map(({ value }) => value)).toEqual([4, 2, 0]);
    expect(scoped.items.map(({ namespaceUri }) => namespaceUri)).toEqual([RUN, RUN]);
  });
});

test('the only part of a namespace is found as such; no part and several are told apart from it', async () => {
  await desk.run(async (context) => {
    const { customXmlParts } = context.workbook;
    customXmlParts.add(run(1));
    const only = customXmlParts.getByNamespace(RUN).getOnlyItem();
    only.load('id');
    await context.sync();
    const same = customXmlParts.getByNamespace(RUN).getItem(only.id);
    const none = customXmlParts.getByNamespace('urn:none');
    const missing = [none.getOnlyItemOrNullObject(), none.getItemOrNullObject(only.id)];
    const xml = same.getXml();
    await context.sync();
    expect([xml.value, ...missing.map(({ isNullObject }) => isNullObject)]).toEqual([run(1), true, true]);
    expect(await refusal(none.getOnlyItem().context.sync())).toBe('ItemNotFound');
    customXmlParts.add(run(2));
    const several = customXmlParts.getByNamespace(RUN).getOnlyItemOrNullObject();
    await context.sync();
    expect(several.isNullObject).toBe(true);
    customXmlParts.getByNamespace(RUN).getOnlyItem();
    expect(await refusal(context.sync())).toBe('InvalidOperation');
  });
});

test('a part takes another text, and may change its namespace with it', async () => {
  await desk.run(async (context) => {
    const part = context.workbook.customXmlParts.add(run(1));
    part.setXml('<next xmlns="urn:next"/>');
    part.load('namespaceUri');
    const xml = part.getXml();
    await context.sync();
    expect([part.namespaceUri, xml.value]).toEqual(['urn:next', '<next xmlns="urn:next"/>']);
  });
});

test('a deleted part is gone', async () => {
  await desk.run(async (context) => {
    const { customXmlParts } = context.workbook;
    const part = customXmlParts.add(run(1));
    part.load('id');
    await context.sync();
    part.delete();
    const gone = customXmlParts.getItemOrNullObject(part.id);
    await context.sync();
    expect(gone.isNullObject).toBe(true);
    customXmlParts.getItem(part.id).getXml();
    expect(await refusal(context.sync())).toBe('ItemNotFound');
  });
});

test.each(['', 'no XML', '<a>', '<a/><b/>', '<p:a/>', '<a>&nbsp;</a>', '<a b="1" b="2"/>'])(
  '%p is no XML document: it is refused, and a part keeps what it had',
  async (xml) => {
    const add = desk.run((context) => context.workbook.customXmlParts.add(xml).context.sync());
    expect(await refusal(add)).toBe('InvalidArgument');
    await desk.run((context) => context.workbook.customXmlParts.add(run(1)).context.sync());
    const change = desk.run(async (context) => {
      context.workbook.customXmlParts.getByNamespace(RUN).getOnlyItem().setXml(xml);
      await context.sync();
    });
    expect(await refusal(change)).toBe('InvalidArgument');
    expect(desk.book.customXmlParts.map((part) => part.xml)).toEqual([run(1)]);
  },
);

test('adding a part is a change of the workbook', async () => {
  await desk.run(async (context) => {
    context.workbook.customXmlParts.add(run(1));
    context.workbook.load('isDirty');
    await context.sync();
    expect(context.workbook.isDirty).toBe(true);
  });
});
