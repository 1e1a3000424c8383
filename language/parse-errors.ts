import { DefaultDocumentValidator } from 'langium';

/** Reports errors of the text, one for each mistake. */
export class CrmMapDocumentValidator extends DefaultDocumentValidator {}
