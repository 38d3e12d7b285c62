/** Korean hours in which 청약홈 takes applications, as a rule Monday to Friday (DOMAIN §3). */
export const receiptHours = { opens: '09:00', closes: '17:30' };
