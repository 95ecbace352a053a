/**
 * Lets the pane draw and hear a click between two long pieces of work: what computes without a pause can show no
 * progress and not be cancelled.
 */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
