/**
 * Runs in a measured page before its own scripts. Stands for the Desk's page around the add-in, and notes when
 * buttons can be clicked: one is there, enabled, and what was due before the next painting is done.
 */
(() => {
  const { bench } = window;
  let setReady;
  const ready = new Promise((resolve) => (setReady = resolve));
  window.deskPane = {
    ...bench.excel,
    settings: new Map(),
    attach: (frame) => (window.deskFrame = frame),
    send: (text) => void window.sendToHost(text),
    ready: setReady,
  };

  const whenClickable = (selector) =>
    new Promise((resolve) => {
      const find = () => {
        const button = document.querySelector(`${selector}:enabled`);
        if (!button || button.getClientRects().length === 0) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        });
      };
      const observer = new MutationObserver(find);
      const attributeFilter = ['disabled', 'hidden'];
      observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter });
    });

  /** Milliseconds; null for what the page does not show. */
  const times = bench.buttons.map((selector) => (selector === null ? null : whenClickable(selector)));
  window.whenButtons = ready.then(() => Promise.all(times));
})();
