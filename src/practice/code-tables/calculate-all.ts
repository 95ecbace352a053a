/** Calculates every formula again, so that CHECK_CODES answers by the tables that hold now. */
export async function calculateAll(): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.application.calculate('Full');
    await context.sync();
  });
}
