/** Knots that a key goes along a curve that is drawn. */
export const strides: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  Home: -Infinity,
  End: Infinity
};

/** Steps that a key moves a knot of it up. */
export const rises: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10
};
