import type { ColourName } from '../diagram/style-names.ts';

/** Every colour that a rule can name: those of the palette and the tints. */
export type PaletteName = ColourName | 'blue-tint' | 'red-tint' | 'green-tint' | 'amber-tint' | 'gap';

export type Palette = Readonly<Record<PaletteName, string>>;

export const lightPalette: Palette = {
    canvas: '#FFFFFF',
    frame: '#F4F6F8',
    card: '#FFFFFF',
    sunk: '#EDF0F3',
    hair: '#DCE1E7',
    edge: '#B9C2CD',
    mark: '#7C8896',
    ink: '#111B2B',
    ink2: '#445164',
    ink3: '#5D6979',
    line: '#46546A',
    inv: '#FFFFFF',
    blue: '#1D5FBF',
    violet: '#7A3BA6',
    red: '#B23F0B',
    green: '#0A6E60',
    amber: '#8F5B00',
    'blue-tint': '#E6EFFB',
    'red-tint': '#FBEDE5',
    'green-tint': '#E2F2EF',
    'amber-tint': '#FBF1DC',
    gap: '#C5D9F5',
};

export const darkPalette: Palette = {
    canvas: '#0F151D',
    frame: '#161E28',
    card: '#1C2632',
    sunk: '#243140',
    hair: '#2C3846',
    edge: '#465567',
    mark: '#7F8EA0',
    ink: '#EEF2F6',
    ink2: '#BAC5D1',
    ink3: '#98A5B4',
    line: '#A3B1C2',
    inv: '#0F151D',
    blue: '#82B4FF',
    violet: '#D0A5F2',
    red: '#FF9E75',
    green: '#5FD0B8',
    amber: '#F0C05A',
    'blue-tint': '#1B3150',
    'red-tint': '#3B251C',
    'green-tint': '#15342D',
    'amber-tint': '#372D17',
    gap: '#2B4F80',
};
