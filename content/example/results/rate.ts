const twoDecimals = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** CMPET_RATE as the API prints it: `73.00`, `2,182.00`, `(△12)` for 12 homes left over, `-` where no home was to be had. */
export function printedRate(applicants: number, homes: number) {
  if (homes === 0) return '-';
  return applicants < homes ? `(△${homes - applicants})` : twoDecimals.format(applicants / homes);
}
