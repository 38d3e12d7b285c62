/** What a notice offers: 민영, 국민, 신혼희망타운 and 임대 apartments, and the kinds that have an operation of their own. */
export type Offer =
  | 'private'
  | 'public'
  | 'newlywed-town'
  | 'rental'
  | 'remainder'
  | 'resupply'
  | 'optional'
  | 'officetel'
  | 'public-rent';
