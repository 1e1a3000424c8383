/** What a view of a kind is drawn of: types of the syntax tree. Kinds without an entry show the whole map; a matrix has axes instead. */
export const viewSubjects: Readonly<Record<string, readonly string[]>> = {
    profile: ['Entity'],
    mapping: ['Flow'],
    data: ['System'],
    journey: ['Journey'],
    blueprint: ['Journey'],
    lifecycle: ['Lifecycle'],
    trace: ['Touchpoint', 'Field', 'Entity', 'System'],
};
