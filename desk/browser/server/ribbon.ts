import { attribute, child, childrenNamed, descendants, parseXml, type XmlElement } from '../../xlsx/xml/tree';
import type { Ribbon, RibbonButton } from '../view/messages';

/**
 * The add-in's ribbon group from its manifest. Addresses are answered relative to the base address that the build
 * has put there, whatever that is.
 * Source: learn.microsoft.com/javascript/api/manifest/group, …/control-button, …/action
 */
export function readRibbon(manifest: string): Ribbon {
  const root = parseXml(manifest);
  const overrides = child(root, 'VersionOverrides');
  const resources = child(overrides, 'Resources');
  const texts = new Map(
    ['Images', 'Urls', 'ShortStrings', 'LongStrings']
      .flatMap((kind) => child(resources, kind)?.children ?? [])
      .map((entry) => [entry.attributes['id'] ?? '', entry.attributes['DefaultValue'] ?? '']),
  );
  const text = (element: XmlElement | undefined): string =>
    texts.get(element?.attributes['resid'] ?? '') ?? '';
  const source = child(child(root, 'DefaultSettings'), 'SourceLocation')?.attributes['DefaultValue'] ?? '';
  const base = source.slice(0, source.lastIndexOf('/') + 1);
  const group = overrides && [...descendants(overrides, 'Group')][0];
  return {
    group: text(child(group, 'Label')),
    buttons: childrenNamed(group, 'Control').map((control): RibbonButton => {
      const tip = child(control, 'Supertip');
      const action = child(control, 'Action');
      const icons = childrenNamed(child(control, 'Icon'), 'Image').map((image) => [
        Number(image.attributes['size']),
        text(image).slice(base.length),
      ]);
      return {
        id: control.attributes['id'] ?? '',
        label: text(child(control, 'Label')),
        title: text(child(tip, 'Title')),
        description: text(child(tip, 'Description')),
        icons: Object.fromEntries(icons) as Record<number, string>,
        action:
          action && attribute(action, 'type') === 'ExecuteFunction'
            ? { kind: 'run', functionName: child(action, 'FunctionName')?.text.trim() ?? '' }
            : { kind: 'show pane' },
      };
    }),
  };
}
