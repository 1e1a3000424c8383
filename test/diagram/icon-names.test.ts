import { describe, expect, it } from 'vitest';
import { categoryIcon, channelIcon } from '../../src/diagram/icon-names.ts';

describe('the icon of a category', () => {
    it('tells the kinds of system apart, and is a plain square for any other', () => {
        expect(categoryIcon('marketing-automation')).toBe('marketing-automation');
        expect(categoryIcon('cdp')).toBe('data-platform');
        expect(categoryIcon('other')).toBe('square');
        expect(categoryIcon(undefined)).toBe('square');
        expect(categoryIcon('constructor')).toBe('square');
    });
});

describe('the icon of a channel', () => {
    it.each([
        ['instagram', 'Instagram', 'social'],
        ['website', 'Website', 'website'],
        ['online', 'Online store', 'website'],
        ['store', 'Store', 'store'],
        ['mail', 'E-Mail', 'email'],
        ['directMail', '', 'post'],
        ['phone', 'Call centre', 'phone'],
        ['mobileApp', '', 'app'],
        ['whatsapp', 'WhatsApp', 'chat'],
        ['kiosk', 'Terminal', 'channel'],
    ])('follows the words of %s “%s”: %s', (name, title, icon) => {
        expect(channelIcon(name, title)).toBe(icon);
    });
});
