/** A part of the page, or of an element in it. Throws where there is none of that type. */
export function part<T extends Element>(selector: string, type: new () => T, within: ParentNode = document): T {
    const found = within.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`The page has no ${type.name} for ${selector}.`);
    return found;
}
