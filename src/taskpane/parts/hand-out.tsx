import { useState } from 'preact/hooks';
import { deliveryOf, type FileToDeliver } from '../../actions/files/deliver-file';
import { usePane } from '../pane-context';
import { copyText, download, panePlatform } from '../office/deliver';
import { SheetLinks } from './sheet-links';

interface Props {
  /** "837P file". */
  label: string;
  about?: string;
  type: FileToDeliver['type'];
  /** The file, at once or after a while; null when there is nothing to hand out. */
  make: () => FileToDeliver | Promise<FileToDeliver | null>;
}

/** One file, with every way in which this Excel lets it out of the pane, and what to do where that is none. */
export function HandOut({ label, about, type, make }: Props) {
  const { act, actions, reload } = usePane();
  const [said, setSaid] = useState<string | null>(null);
  const [sheet, setSheet] = useState<string | null>(null);
  const { ways, words } = deliveryOf({ type }, panePlatform());

  async function file(): Promise<FileToDeliver | null> {
    const made = await act(`Making the ${label}…`, 'reading', () => Promise.resolve(make()));
    return made?.value ?? null;
  }

  async function save(): Promise<void> {
    const made = await file();
    if (!made) return;
    download(made);
    setSaid(`${made.name} was handed to the browser: look under Downloads.`);
  }

  async function copy(): Promise<void> {
    const made = await file();
    if (typeof made?.content !== 'string') return;
    const isCopied = await copyText(made.content);
    setSaid(isCopied ? `${made.name} is copied.` : 'Nothing was copied: Excel keeps the clipboard closed.');
  }

  async function put(): Promise<void> {
    const made = await file();
    if (!made || typeof made.content !== 'string') return;
    const { name, content } = made;
    const done = await act('Writing the sheet…', 'writing', (progress) =>
      actions.textSheet({ name, content }, progress),
    );
    if (!done) return;
    setSheet(done.value);
    await reload();
  }

  return (
    <li class="hand-out">
      <strong>{label}</strong>
      {about !== undefined && <span class="quiet block">{about}</span>}
      {words !== null && <p class="quiet">{words}</p>}
      <div class="row">
        {ways.includes('download') && (
          <button type="button" onClick={() => void save()}>
            Download<span class="hidden"> the {label}</span>
          </button>
        )}
        {ways.includes('copy') && (
          <button type="button" class="subtle" onClick={() => void copy()}>
            Copy<span class="hidden"> the {label}</span>
          </button>
        )}
        {ways.includes('sheet') && (
          <button type="button" class="subtle" onClick={() => void put()}>
            <span>
              Put <span class="hidden">the {label} </span>on a sheet
            </span>
          </button>
        )}
      </div>
      <p class="quiet" role="status">
        {said}
      </p>
      {sheet !== null && <SheetLinks sheets={[sheet]} />}
    </li>
  );
}
