export { isCutAsItStands, isLonger, typeFits, valuesWithoutPartner } from '../../language/type-fit.ts';
