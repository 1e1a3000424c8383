import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ViewKind } from '../../model/crm-model.ts';
import type { OutlineEntity, OutlineSystem, OutlineThing } from '../../protocol.ts';
import { outlineDiagram, outlineReveal } from '../names.ts';
import { type Finding, isTouchpoint, type OutlineNode, type Section } from './outline-nodes.ts';
import { fileName } from '../file-name.ts';

const viewIcons: Readonly<Record<ViewKind, string>> = {
    landscape: 'type-hierarchy',
    profile: 'symbol-structure',
    mapping: 'arrow-swap',
    data: 'database',
    journey: 'milestone',
    blueprint: 'layers',
    lifecycle: 'sync',
    trace: 'git-merge',
    scorecard: 'dashboard',
    matrix: 'table',
};

const sectionIcons: Readonly<Record<Section, string>> = {
    systems: 'server-environment',
    lifecycles: 'sync',
    journeys: 'milestone',
    views: 'preview',
    findings: 'checklist',
};

const severityIcons = ['error', 'warning', 'info'] as const;

/** A line of the tree as VS Code shows it; a click, or Enter, leads to the text or to the picture. */
export function outlineItem(node: OutlineNode, titleOf: (code: string) => string | undefined): TreeItem {
    const item = lookOf(node, titleOf);
    item.id = node.id;
    return item;
}

function lookOf(node: OutlineNode, titleOf: (code: string) => string | undefined): TreeItem {
    switch (node.type) {
        case 'map':
            return mapItem(node);
        case 'section':
            return sectionItem(node);
        case 'share':
            return shareItem(node);
        case 'thing':
            return thingItem(node);
        case 'view':
            return viewItem(node);
        case 'rule':
            return ruleItem(node, titleOf(node.code));
        case 'finding':
            return findingItem(node, titleOf(node.finding.code));
    }
}

type Node<T extends OutlineNode['type']> = OutlineNode & { readonly type: T };

function newItem(label: string, node: OutlineNode, icon: ThemeIcon, isOpen = false): TreeItem {
    const open = isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
    const item = new TreeItem(label, node.children.length > 0 ? open : TreeItemCollapsibleState.None);
    item.iconPath = icon;
    return item;
}

function mapItem(node: Node<'map'>): TreeItem {
    const item = newItem(node.map.title, node, new ThemeIcon('map'), true);
    item.description = fileName(node.map.uri);
    item.tooltip = Uri.parse(node.map.uri).path;
    item.contextValue = 'map';
    item.command = { command: outlineDiagram, title: l10n.t('Open Diagram'), arguments: [node] };
    return item;
}

function sectionItem(node: Node<'section'>): TreeItem {
    const icon = node.worst === undefined ? new ThemeIcon(sectionIcons[node.section]) : severityIcon(node.worst);
    const item = newItem(sectionLabel(node.section), node, icon);
    item.description = String(node.count);
    item.contextValue = node.section;
    return item;
}

function sectionLabel(section: Section): string {
    switch (section) {
        case 'systems':
            return l10n.t('Systems');
        case 'lifecycles':
            return l10n.t('Lifecycles');
        case 'journeys':
            return l10n.t('Journeys');
        case 'views':
            return l10n.t('Views');
        case 'findings':
            return l10n.t('Open Findings');
    }
}

function shareItem(node: Node<'share'>): TreeItem {
    const item = newItem(
        node.value ?? withoutLabel(node.by),
        node,
        new ThemeIcon(node.by === 'owner' ? 'organization' : node.by === 'region' ? 'globe' : 'tag'),
    );
    item.description = String(node.children.length);
    return item;
}

function withoutLabel(by: Node<'share'>['by']): string {
    if (by === 'owner') return l10n.t('Without an owner');
    return by === 'region' ? l10n.t('Without a region') : l10n.t('Without a category');
}

function thingItem(node: Node<'thing'>): TreeItem {
    const { thing } = node;
    const item = newItem(thing.title, node, new ThemeIcon(thingIcon(thing)));
    item.description = thingFacts(thing).join(' · ');
    item.tooltip = [thing.title, `${thing.kind} ${thing.id}`, item.description].filter((line) => line !== '').join('\n');
    item.contextValue = thing.view === undefined ? 'thing' : 'thing-diagram';
    item.command = { command: outlineReveal, title: l10n.t('Show in Text'), arguments: [node] };
    return item;
}

function thingIcon(thing: OutlineThing): string {
    switch (thing.kind) {
        case 'system':
            return (thing as OutlineSystem).external ? 'cloud' : 'server';
        case 'entity':
            return (thing as OutlineEntity).master ? 'verified' : 'symbol-class';
        case 'journey':
            return 'milestone';
        case 'lifecycle':
            return 'sync';
        case 'touchpoint':
            return 'comment';
        default:
            return 'list-selection';
    }
}

function thingFacts(thing: OutlineThing): string[] {
    if (thing.kind === 'system') return systemFacts(thing as OutlineSystem);
    if (thing.kind === 'entity') {
        const { master, personal } = thing as OutlineEntity;
        return [...(master ? [l10n.t('system of record')] : []), ...(personal ? [l10n.t('personal data')] : [])];
    }
    if (!isTouchpoint(thing)) return [];
    const { emotion, pains } = thing;
    const felt = emotion === undefined ? [] : [emotion > 0 ? `+${emotion}` : String(emotion).replace('-', '−')];
    const hurts = pains === 0 ? [] : [pains === 1 ? l10n.t('1 pain') : l10n.t('{0} pains', pains)];
    return [...felt, ...hurts];
}

function systemFacts({ title, category, vendor, owner }: OutlineSystem): string[] {
    return [category, vendor === title ? undefined : vendor, owner].filter((fact) => fact !== undefined);
}

function viewItem(node: Node<'view'>): TreeItem {
    const { view } = node;
    const item = newItem(view.title, node, new ThemeIcon(viewIcons[view.kind]));
    item.description = view.kind;
    item.tooltip = `${view.title}\n${view.kind} ${view.name}`;
    item.contextValue = view.declared ? 'view-declared' : 'view';
    item.command = { command: outlineDiagram, title: l10n.t('Open Diagram'), arguments: [node] };
    return item;
}

function ruleItem(node: Node<'rule'>, title: string | undefined): TreeItem {
    const item = newItem(title ?? node.code, node, severityIcon(node.severity));
    item.description = title === undefined ? String(node.children.length) : `${node.code} · ${node.children.length}`;
    return item;
}

function findingItem(node: Node<'finding'>, title: string | undefined): TreeItem {
    const { finding } = node;
    // A tree shows no Markdown.
    const item = newItem(finding.message.replaceAll('`', ''), node, severityIcon(finding.severity));
    item.description = `${finding.code} · ${fileName(finding.uri)}:${finding.start.line + 1}`;
    item.tooltip = [title, finding.message].filter((line) => line !== undefined).join('\n');
    item.contextValue = 'finding';
    item.command = { command: outlineReveal, title: l10n.t('Show in Text'), arguments: [node] };
    return item;
}

function severityIcon(severity: Finding['severity']): ThemeIcon {
    const icon = severityIcons[severity];
    return new ThemeIcon(icon, new ThemeColor(`problems${icon === 'error' ? 'Error' : icon === 'warning' ? 'Warning' : 'Info'}Icon.foreground`));
}
