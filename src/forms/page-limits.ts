/** Excel takes so many page breaks a sheet (Microsoft Support, "Excel specifications and limits"). */
export const MOST_BREAKS = 1_026;
