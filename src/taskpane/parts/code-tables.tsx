import { useState } from 'preact/hooks';
import { browserStore } from '../../practice/browser-store';
import {
  editionsInForce,
  forgetEditions,
  loadOfficialFiles,
} from '../../practice/code-tables/loaded-editions';
import { restoreEditionsOnce } from '../../practice/code-tables/restore-once';
import { calculateAll } from '../../practice/code-tables/calculate-all';

/** Which editions of the official code tables hold, and a way to load newer ones. */
export function LoadedCodeTables() {
  restoreEditionsOnce();
  const [editions, setEditions] = useState(editionsInForce());
  const [said, setSaid] = useState('');

  async function changed(words: string): Promise<void> {
    setSaid(words);
    setEditions(editionsInForce());
    await calculateAll();
  }

  async function load(list: FileList | null): Promise<void> {
    const files = await Promise.all(
      [...(list ?? [])].map(async (file) => ({ name: file.name, text: await file.text() })),
    );
    const loaded = loadOfficialFiles(files, browserStore('code-tables'));
    if (loaded.ok) await changed(loaded.value);
    else setSaid(loaded.reason);
  }

  return (
    <>
      <ul class="plain">
        {editions.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      <p>
        Newer ones are on cms.gov: the ICD-10-CM order file of a fiscal year, or all parts of a quarter of the
        NCCI table of practitioners, unzipped. They stay on this computer.
      </p>
      <label>
        Load newer tables
        <input
          type="file"
          multiple
          accept=".txt,.csv"
          onChange={(event) => {
            void load(event.currentTarget.files);
          }}
        />
      </label>
      <button
        type="button"
        onClick={() => {
          forgetEditions(browserStore('code-tables'));
          void changed('The tables that come with Claimsheet hold again.');
        }}
      >
        Go back to the tables that come with Claimsheet
      </button>
      <p role="status">{said}</p>
    </>
  );
}
