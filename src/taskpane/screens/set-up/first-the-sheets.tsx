/** What steps say that need the reference sheets. */
export function FirstTheSheets() {
  return <p>Make the reference sheets first, one step above.</p>;
}
