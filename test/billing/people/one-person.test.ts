import { whyOnePerson } from '../../../src/billing/people/one-person';
import { likelyPersons, personAnswers, withAnsweredNames } from '../../../src/billing/people/same-person';

describe('names that may be one person', () => {
  test.each([
    ['Liz', 'Elizabeth Okoro', 'Liz is a form of Elizabeth'],
    ['Maggie R', 'Margaret Reyes', 'Maggie is a form of Margaret, R for Reyes'],
    ['Maggie R.', 'Margaret Reyes', 'Maggie is a form of Margaret, R for Reyes'],
    ['Bob T', 'Bob Tanaka', 'both are called Bob, T for Tanaka'],
    ['J. Whitfield', 'Jonas Whitfield', 'J for Jonas'],
    ['Reyes Margaret', 'Margaret Reyes', 'the same names in another order'],
    ['Margret Reyes', 'Margaret Reyes', 'a slip of the keys'],
  ])('%s and %s: %s', (one, other, why) => {
    expect(whyOnePerson(one, other)).toBe(why);
    expect(whyOnePerson(other, one)).toBe(why);
  });

  test.each([
    ['Tom B.', 'Elizabeth Okoro'],
    ['M. R.', 'Margaret Reyes'],
    ['Maggie T', 'Margaret Reyes'],
    ['Elizabeth Reyes', 'Margaret Reyes'],
    ['', 'Margaret Reyes'],
  ])('%s and %s are two', (one, other) => {
    expect(whyOnePerson(one, other)).toBeNull();
  });
});

describe('whom a name means', () => {
  const clients = ['Margaret Reyes', 'Ana Ruiz', 'Luis Ruiz'].map((name) => ({
    name,
    aliases: [] as string[],
  }));

  test('two persons written together are asked about: which one', () => {
    expect(likelyPersons('Ana & Luis Ruiz', clients).map(({ name }) => name)).toEqual([
      'Ana Ruiz',
      'Luis Ruiz',
    ]);
  });

  test('the answer joins the name to the client, and nothing in it tells either', () => {
    const [given] = personAnswers('Maggie R', likelyPersons('Maggie R', clients));
    const answers = new Map([[given?.key ?? '', given?.value ?? '']]);
    expect([...answers].flat().join()).not.toMatch(/maggie|margaret|reyes/i);
    const joined = withAnsweredNames(clients, ['Maggie R', 'Maggie R.', 'Ana Ruiz'], answers);
    expect(joined.map(({ aliases }) => aliases)).toEqual([['Maggie R', 'Maggie R.'], [], []]);
  });
});
