import { DefaultLexerErrorMessageProvider, LangiumParserErrorMessageProvider } from 'langium';

/** What an author is told of characters that mean nothing. */
export class CrmMapLexerErrors extends DefaultLexerErrorMessageProvider {}

/** What an author is told of a word that does not fit. */
export class CrmMapParserErrors extends LangiumParserErrorMessageProvider {}
