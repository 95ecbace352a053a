/** Made, or stopped because the workbook is no longer what the preview showed. */
export type Made<Report, Out = null> = { made: true; out: Out } | { made: false; now: Report };
