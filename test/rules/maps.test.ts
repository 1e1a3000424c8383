import { describe, expect, test } from 'vitest';
import { exampleFiles } from '../helpers/maps.ts';
import { ruleFiles, ruleMap } from './rule-maps.ts';

/** `SYS006 crm`: the code of a finding and the first thing that its message names. */
async function foundIn(root: string): Promise<string[]> {
    const { findings } = await ruleFiles(exampleFiles(root));
    return findings.map(({ code, message }) => `${code} ${/[`“]([^`”]+)[`”]/.exec(message)?.[1] ?? ''}`);
}

describe('the reference map has only the findings that it deserves', async () => {
    const found = await foundIn('northwind.crmmap');

    test('all of them, in the order of the text', () => {
        expect(found).toEqual([
            // No metric says where its numbers come from.
            'GOV003 repeatRate',
            'GOV003 duplicates',
            'GOV003 checkout',
            'GOV003 csat',
            // 240 people work with it; how they learn it is not said.
            'SYS006 crm',
            // A lead has a basis, but no purpose; nothing says when two leads are one; and nobody takes it anywhere.
            'PII008 crm.Lead',
            'SOR004 crm.Lead',
            'SOR005 crm.Lead',
            // The shop's customer and the subscriber are copies of nothing, as far as the map says: `same as` is missing.
            'PII008 shop.Customer',
            'SOR002 shop.Customer',
            'PII008 marketing.Subscriber',
            'SOR002 marketing.Subscriber',
            // It rests on consent, and no touchpoint asks for it.
            'PII002 marketing.Subscriber',
            // They arrive with the audiences, and nothing reads them there.
            'MAP008 marketing.Subscriber.segment',
            'MAP008 marketing.Subscriber.optedIn',
            'PII008 desk.Ticket',
            'SOR004 desk.Ticket',
            // The tills are retiring, and there is no other point of sale.
            'SYS007 pos',
            // Both write fields of which Salesforce is the master.
            'SOR003 signUps',
            'SOR003 customers',
            // text(120) into text(80), as the target picture of the mapping shows it.
            'MAP003 shop.Customer.FullName',
            // The flow goes both ways, and neither "last word" nor "to E.164" says how it is turned back.
            'MAP009 customers',
            'MAP009 customers',
            // It retries ten times, and a retried order may arrive twice.
            'FLW006 orders',
            'FLW005 tickets',
            'FLW014 tickets',
            // The sign-ups of the stores go to the master by spreadsheet; a call an hour later knows nothing of them.
            'FLW004 tills',
            'FLW005 tills',
            'FLW003 tills',
            // The journey ends before the repeat purchase that the company works at.
            'JRN014 selling.grow',
            // Both stand at the top of the curve, and nothing shows that they do.
            'JRN006 firstBoots.confirm',
            'JRN006 firstBoots.review',
        ]);
    });

    test('none of them is an error', async () => {
        const { findings } = await ruleFiles(exampleFiles('northwind.crmmap'));
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    });

    test('its review is overdue from the day after its 90 days on', async () => {
        const codesOn = async (today: string): Promise<string[]> =>
            (await ruleFiles(exampleFiles('northwind.crmmap'), { today })).findings.map(({ code }) => code);
        expect(await codesOn('2026-12-29')).not.toContain('GOV001');
        expect(await codesOn('2026-12-30')).toContain('GOV001');
    });
});

describe('the other examples', () => {
    test.each(['sketch.crmmap', 'b2b-software.crmmap', 'bank/bank.crmmap'])('%s has no error, and no comment that silences in vain', async (root) => {
        const { findings } = await ruleFiles(exampleFiles(root));
        expect(findings.filter(({ severity, code }) => severity === 'error' || code.startsWith('IGN'))).toEqual([]);
    });

    test('the software company has the findings that it deserves', async () => {
        expect(await foundIn('b2b-software.crmmap')).toEqual([
            // Its flows move more records a year than were agreed, when all that is read and written counts.
            'FLW007 crm',
            'SOR005 crm.Account',
            // An address of a company; the map does not say so.
            'PII006 crm.Account.Billing',
            'SOR004 billing.Subscription',
            // Nearly everything goes through the hub.
            'SYS003 hub',
            // Deals come by event, contacts by timetable.
            'FLW009 audiences',
            'MAP003 product.User.FullName',
            'MAP003 product.User.FullName',
            // A buyer in the CRM can be no buyer in the product.
            'MAP004 crm.Contact.Role',
            'FLW009 entitlements',
        ]);
    });

    test('the bank has the findings that it deserves, beside fields that nobody reads', async () => {
        expect((await foundIn('bank/bank.crmmap')).filter((found) => !found.startsWith('MAP008'))).toEqual([
            // The map takes these as information: people come from several sources, by rule.
            'SOR003 identities',
            'SOR003 people',
            // One text of 160 is split into two shorter ones on the way back.
            'MAP003 crm.Customer.FullName',
            'MAP003 crm.Customer.FullName',
            'SOR003 applicants',
            // From Friday evening to Monday morning, the status is older than a day.
            'FLW003 loanStatus',
            'FLW009 loanStatus',
            'FLW006 Loans paid out',
            'GOV003 margin',
            // Audiences go through the customer desk, people through the backbone.
            'SYS003 crm',
            // Every night all accounts are moved, record by record as far as the map says.
            'FLW007 crm',
            'FLW007 crm',
            'SOR005 crm.ContactNote',
            'PII006 lending.Application.Property',
            'FLW007 core',
            'SYS003 backbone',
        ]);
    });
});

describe('a sketch', () => {
    test('of one line is told what is not stated yet, and nothing else', async () => {
        const { findings } = await ruleMap('system shop\nsystem crm\nshop -> crm');
        expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['SYS002', 'FLW005', 'FLW014']));
    });

    test('that is empty is told nothing', async () => {
        expect((await ruleMap('')).findings).toEqual([]);
    });
});
