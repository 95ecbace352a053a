import type { Page } from 'playwright-core';

/** Pixels of the canvas. */
interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What was drawn on the grid's canvas: a text, or the address of a picture. */
export interface Drawn extends Edges {
  what: string;
  /** What is drawn beyond these is cut off. */
  bounds: Edges;
}

/** Notes from now on what is drawn, for a canvas tells only its pixels. The answer gives what came since it was last asked. */
export async function watchDrawing(page: Page): Promise<() => Promise<Drawn[]>> {
  await page.evaluate(() => {
    const drawing = CanvasRenderingContext2D.prototype;
    const { save, restore, beginPath, rect, clip, fillText, drawImage } = drawing;
    const everything = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
    const states = new WeakMap<CanvasRenderingContext2D, { path: Edges; bounds: Edges; saved: Edges[] }>();
    const stateOf = (context: CanvasRenderingContext2D) => {
      const state = states.get(context) ?? { path: everything, bounds: everything, saved: [] };
      states.set(context, state);
      return state;
    };
    const edges = (context: CanvasRenderingContext2D, ...[x, y, width, height]: Box): Edges => {
      const onCanvas = context.getTransform();
      const { x: left, y: top } = onCanvas.transformPoint({ x, y });
      const { x: right, y: bottom } = onCanvas.transformPoint({ x: x + width, y: y + height });
      return { left, top, right, bottom };
    };
    const drawn: Drawn[] = [];
    const note = (context: CanvasRenderingContext2D, what: string, ...box: Box): void => {
      drawn.push({ what, ...edges(context, ...box), bounds: stateOf(context).bounds });
    };
    Object.assign(window, { takeDrawn: () => drawn.splice(0) });
    Object.assign(drawing, {
      save(this: CanvasRenderingContext2D) {
        const { saved, bounds } = stateOf(this);
        saved.push(bounds);
        save.call(this);
      },
      restore(this: CanvasRenderingContext2D) {
        const state = stateOf(this);
        state.bounds = state.saved.pop() ?? everything;
        restore.call(this);
      },
      beginPath(this: CanvasRenderingContext2D) {
        stateOf(this).path = everything;
        beginPath.call(this);
      },
      rect(this: CanvasRenderingContext2D, ...box: Box) {
        stateOf(this).path = edges(this, ...box);
        rect.call(this, ...box);
      },
      clip(this: CanvasRenderingContext2D) {
        const state = stateOf(this);
        const { path, bounds } = state;
        state.bounds = {
          left: Math.max(path.left, bounds.left),
          top: Math.max(path.top, bounds.top),
          right: Math.min(path.right, bounds.right),
          bottom: Math.min(path.bottom, bounds.bottom),
        };
        Reflect.apply(clip, this, []);
      },
      fillText(this: CanvasRenderingContext2D, text: string, x: number, y: number) {
        note(this, text, x, y, this.measureText(text).width, 0);
        fillText.call(this, text, x, y);
      },
      drawImage(this: CanvasRenderingContext2D, picture: CanvasImageSource, ...box: Box) {
        if (picture instanceof HTMLImageElement) note(this, picture.src, ...box);
        Reflect.apply(drawImage, this, [picture, ...box]);
      },
    });
  });
  return () => page.evaluate(() => (window as unknown as { takeDrawn: () => Drawn[] }).takeDrawn());
}

type Box = [x: number, y: number, width: number, height: number];
