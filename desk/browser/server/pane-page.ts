/** Where the add-in's page loads Office.js from, as Microsoft's store requires. */
export const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/**
 * The add-in's page as a frame of the Desk: one script before all others, which is what Excel's web view puts there,
 * and Office.js from this server instead of Microsoft's (`keepCdn` leaves that to whoever answers for the CDN).
 */
export function panePage(html: string, keepCdn: boolean): string {
  const framed = html.replace(/<head[^>]*>/i, (head) => `${head}<script src="../desk/frame.js"></script>`);
  return keepCdn ? framed : framed.replaceAll(CDN, '../office/');
}
