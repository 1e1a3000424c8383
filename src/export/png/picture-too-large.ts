/** A picture has more pixels than can be drawn. The message says what to do. */
export class PictureTooLarge extends Error {}
