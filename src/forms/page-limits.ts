/** Excel takes so many page breaks a sheet (Microsoft Support, "Excel specifications and limits"). */
export const MAX_BREAKS = 1_026;
